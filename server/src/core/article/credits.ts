const MOST_WORDS = 45;

/** „(Foto: dpa)“, „Bild: Müller/imago“, „© Verlag“, „Photo by …“ at the end of a picture's caption. */
const CREDIT =
  /(?:^|[\s(.|/])(?:fotos?|bild(?:er)?|photos?|picture|image|grafik|video|illustration|quelle|source|credit|(?:symbol|archiv)(?:foto|bild)) ?(?:: ?| by | von )[^.!?]{2,60}\.?\)?$/iu;
const COPYRIGHT = /©\s?[^.!?]{2,80}$/u;
const AGENCY =
  /\([^()]{0,40}(?:\/\s?(?:dpa|afp|reuters|apa?|imago|getty|epa)(?!\p{L})|picture alliance|getty images|imago|courtesy of)[^()]{0,60}\)$/iu;

/** Whether a text ends like the caption of a picture, with who took it. */
export function endsWithCredit(text: string, words: number): boolean {
  if (words > MOST_WORDS) return false;
  const end = text.slice(-LONGEST);
  // A look for what each of them cannot be without spares most lines the search.
  return (
    (/:| (?:by|von) /i.test(end) && CREDIT.test(end)) ||
    (end.includes('©') && COPYRIGHT.test(end)) ||
    (end.endsWith(')') && AGENCY.test(end))
  );
}

/** In characters; a caption may be longer. */
const LONGEST = 160;
