import { type KnownActor, makeActorId } from './knownActor.js';
import { nameKey } from './nameTable.js';
import { isAfterPlacePreposition } from './prepositions.js';
import { changeClaims, type Claim, isCue, type Reading, tokenBeside } from './reading.js';
import { isJoined, type Word } from './words.js';

/**
 * Step: decides for every capital whether it stands for the government of its state („Moskau fordert") or is a place („in Moskau"),
 * and for every seat of power whether it is an institution („der Kreml teilte mit") or a building („im Kreml").
 */
export function decideMetonyms(reading: Reading): Reading {
  const decided = new Map<Claim, Claim>();
  for (const claim of reading.claims) decided.set(claim, decide(reading, claim, decided));
  return changeClaims(reading, (claim) => decided.get(claim));
}

function decide(reading: Reading, claim: Claim, decided: ReadonlyMap<Claim, Claim>): Claim {
  const { actor } = claim;
  if (claim.form !== 'name' || claim.certainty === 'confirmed') return claim;
  if (actor.governs) {
    const rule = findPlaceRule(reading, claim, decided);
    return rule === undefined
      ? {
          ...claim,
          actor: findGovernment(reading, actor) ?? actor.governs,
          form: 'metonym',
          rule: 'capital for government',
          certainty: 'inferred',
        }
      : { ...claim, rule };
  }
  const isSeat = actor.kind === 'organization' && isCue(reading, 'seat', nameKey(actor.name));
  return isSeat && isBuilding(reading, claim)
    ? { ...claim, actor: toBuilding(actor), rule: 'seat as a building' }
    : claim;
}

/** „Brüssel fordert": the European Union and not Belgium. */
function findGovernment(reading: Reading, { name }: KnownActor): KnownActor | undefined {
  if (!isCue(reading, 'seat of the Union', nameKey(name))) return undefined;
  return reading.lexicon.names.byKey
    .get(nameKey('Europäische Union'))
    ?.find(({ actor }) => actor.kind === 'organization')?.actor;
}

function toBuilding(actor: KnownActor): KnownActor {
  return { ...actor, id: makeActorId('place', actor.name), kind: 'place' };
}

/** „im Kreml", „Kreml-Mauer". */
function isBuilding(reading: Reading, { first, end }: Claim): boolean {
  const next = reading.words[end];
  if (next?.joint === 'hyphen') return isCue(reading, 'seat compound', next.folded);
  const before = reading.words[first - 1];
  if (before === undefined || !isJoined(reading.words[first])) return false;
  return isCue(reading, 'seat locative', isArticle(before) ? reading.words[first - 2]?.folded : before.folded);
}

function isArticle({ folded }: Word): boolean {
  return /^(?:de[mnr]|das|die|the)$/.test(folded);
}

/** What makes the capital a place; undefined where nothing does. */
function findPlaceRule(reading: Reading, claim: Claim, decided: ReadonlyMap<Claim, Claim>): string | undefined {
  if (isDateline(reading, claim)) return 'dateline';
  if (claim.actor.isSeat && isBuilding(reading, claim)) return 'preposition of place';
  if (isPlaceContext(reading, claim)) return 'preposition or noun of place';
  if (isVisited(reading, claim)) return 'object of a visit';
  const partner = findCoordinated(reading, claim);
  const isBesidePlace =
    partner !== undefined && (decided.get(partner)?.actor.kind === 'place' || isPlaceContext(reading, partner));
  return isBesidePlace ? 'beside a place' : undefined;
}

function isPlaceContext(reading: Reading, claim: Claim): boolean {
  return isAfterPlacePreposition(reading, claim.first) || isCityContext(reading, claim);
}

/** „MOSKAU:", „Moskau (dpa)", „GENF -" at the start of a paragraph; a title such as „Moskau: Kein Angriff" has no other sentence. */
function isDateline(reading: Reading, { first, end }: Claim): boolean {
  const { words } = reading;
  const word = words[first];
  if (word?.joint !== 'start' || word.sentence > 0 || words[end] === undefined) return false;
  const mark = tokenBeside(reading, end - 1, 1)?.text ?? '';
  const isShouted = word.text.length > 2 && word.text === word.text.toUpperCase();
  if (/^[(/,]$/.test(mark) || /^[–—-]$/u.test(mark))
    return isShouted || isAgencyBehind(reading, end, mark) || /^[–—]$/u.test(mark);
  return mark === ':' && (isShouted || reading.paragraph.sentences.length > 1);
}

/** „(dpa)", „(SNA)", „/Washington". */
function isAgencyBehind(reading: Reading, end: number, mark: string): boolean {
  const word = reading.words[end];
  return mark === '(' && word !== undefined && (/^\p{Lu}{2,}/u.test(word.text) || /^\p{Ll}{2,5}$/u.test(word.text));
}

/** „Moskaus Innenstadt", „Bürgermeister von Moskau", „Hauptstadt Seoul", „Moskau-Besuch". */
function isCityContext(reading: Reading, { first, end }: Claim): boolean {
  const next = reading.words[end];
  if (
    next?.joint === 'hyphen' ||
    (reading.language === 'en' && next?.joint === 'space' && isCue(reading, 'city compound', next.folded))
  ) {
    return isCue(reading, 'city compound', next.folded);
  }
  if (isJoined(next) && /s$/.test(reading.words[end - 1]?.folded ?? '') && isCityNoun(reading, next)) return true;
  const before = reading.words[first - 1];
  if (before === undefined || !isJoined(reading.words[first])) return false;
  if (/^(?:von|of)$/.test(before.folded)) return isCue(reading, 'named after', reading.words[first - 2]?.folded);
  return isCityNoun(reading, before);
}

function isCityNoun(reading: Reading, word: Word | undefined): boolean {
  return word !== undefined && (reading.language === 'en' || word.capital) && isCue(reading, 'city noun', word.folded);
}

/** „… Moskau in den kommenden Monaten zu besuchen": a verb of visiting in the same clause, with the capital as its object. */
function isVisited(reading: Reading, { first, end }: Claim): boolean {
  const start = reading.words[first];
  if (start === undefined || reading.words[end - 1]?.text.endsWith('s') === true) return false;
  const before = reading.words[first - 1];
  if (isJoined(start) && isCue(reading, 'visit verb', before?.folded)) return true;
  if (reading.language === 'en' || start.joint === 'start') return false;
  for (let i = end; i < end + 12; i++) {
    const word = reading.words[i];
    if (word === undefined || word.joint === 'start' || word.joint === 'apart') return false;
    if (isCue(reading, 'visit verb', word.folded)) return true;
  }
  return false;
}

/** The name before „und": „in Moskau und Peking", "Moscow and Beijing". */
function findCoordinated(reading: Reading, { first }: Claim): Claim | undefined {
  const link = reading.words[first - 1];
  const isLinked =
    isJoined(reading.words[first]) && link !== undefined && /^(?:und|oder|sowie|and|or)$/.test(link.folded);
  if (isLinked) return isJoined(link) ? reading.claimOf[first - 2] : undefined;
  return tokenBeside(reading, first, -1)?.text === ',' && reading.words[first]?.joint === 'apart'
    ? reading.claimOf[first - 1]
    : undefined;
}
