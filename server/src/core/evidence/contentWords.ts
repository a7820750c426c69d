import { fold } from '../text/fold.js';

// Function words are in every passage and tell nothing about its topic. German and English closed classes, folded; no list is
// shipped for it, because only words that are frequent in short passages matter.
const STOP_WORDS: ReadonlySet<string> = new Set(
  `der die das den dem des ein eine einen einem einer eines und oder aber doch denn als wie wenn weil dass ob zu zum zur im am ans
  in an auf aus bei beim mit nach von vom vor fur uber unter um durch gegen ohne bis seit hinter neben zwischen wegen ist sind war
  waren wird werden wurde wurden worden hat haben hatte hatten kann konnen konnte soll sollen sollte will wollen wollte muss mussen
  sei seien ware er sie es ich wir ihr ihm ihn ihre ihren ihrer ihres ihrem sein seine seinen seiner seines seinem sich man nicht
  kein keine keinen keiner noch nur schon auch so da dann dort hier sehr mehr dies diese dieser dieses diesem diesen jene was wer
  wo wann sagte sagt the a an and or but if as of to in on at by for from with about into over after before between against is are
  was were be been being has have had will would can could shall should may might must do does did not no nor this that these those
  it its he she they we you i his her hers their our your my him them us who whom which what when where there here then than so too
  also only just said says`.split(/\s+/),
);

// Endings that German and English inflection adds. It joins forms of one word well enough for ranking; it is no dictionary.
const ENDING = /(?:ungen|ern|ing|ed|em|er|en|es|e|s|n)$/;
const MIN_STEM = 4;

/** The content words of a text, folded and without their inflection: what makes two passages talk of the same thing. */
export function listContentWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [surface] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    // Folding costs most of the time, and most words need none.
    const word = /[^a-z0-9]/.test(surface) ? fold(surface) : surface;
    if (word.length > 2 && !STOP_WORDS.has(word)) words.add(stem(word));
  }
  return words;
}

/** Whether a folded word is in every text, whatever that is about. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

function stem(word: string): string {
  const bare = word.replace(ENDING, '');
  return bare.length >= MIN_STEM ? bare : word;
}
