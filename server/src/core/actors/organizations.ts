import { isDeterminer } from './context.js';
import { type KnownActor, makeActorId } from './knownActor.js';
import { isDescriptor } from './knownNames.js';
import { isNamePart } from './personNames.js';
import { type Claim, isEveryday, type Reading, sliceText, tokenBeside } from './reading.js';
import { findTitleBefore } from './titles.js';
import { isInside, isJoined, type Word } from './words.js';

/** Step: organizations that a head noun tells: „Institut für Koreanische Studien", „Kookmin Universität", „Elbe-Institut". */
export function claimOrganizationsByHead(reading: Reading): readonly Claim[] {
  if (reading.language !== 'de') return [];
  return reading.words.flatMap((word, head) => {
    if (!word.capital || !hasRole(reading, word, 'institution')) return [];
    const first = findNameStart(reading, head);
    const end = findNameEnd(reading, head);
    return first < head || end > head + 1 ? [toClaim(reading, first, end, 'head noun')] : [];
  });
}

/** Step: bare names behind a noun that says what they are: „der Sender NHK", „die Zeitung „El País"", „die Partei Ataka". */
export function claimDescribedOrganizations(reading: Reading): readonly Claim[] {
  return reading.words.flatMap((word, first) => {
    if (!word.capital || reading.claimOf[first] !== undefined || !isDescriptor(reading, reading.words[first - 1]))
      return [];
    const isQuoted =
      /^["„“”»«]$/u.test(tokenBeside(reading, first, -1)?.text ?? '') &&
      word.token - 2 === reading.words[first - 1]?.token;
    if (!isQuoted && (word.joint !== 'space' || !isProper(reading, first))) return [];
    const end = isQuoted ? findQuotedEnd(reading, first) : findProperEnd(reading, first);
    return end > first ? [toClaim(reading, first, end, 'described')] : [];
  });
}

/** Step: clubs, universities and branches named by a city: „TU Berlin", „Partizan Belgrad". */
export function claimOrganizationsByCity(reading: Reading): readonly Claim[] {
  if (reading.language !== 'de') return [];
  return reading.claims.flatMap(({ first, end, actor, form }) => {
    const before = reading.words[first - 1];
    const isCity = actor.kind === 'place' && form === 'name' && reading.words[first]?.joint === 'space';
    if (!isCity || before === undefined || reading.claimOf[first - 1] !== undefined || !isProper(reading, first - 1))
      return [];
    // Before a capital another word may stand by itself („weil Tschernow Moskau verlässt"): there only short forms count.
    if (actor.governs && !/\p{Lu}.*\p{Lu}/u.test(before.text)) return [];
    const isOther = reading.words[end]?.joint === 'hyphen' || /s$/.test(reading.words[end - 1]?.folded ?? '');
    return isOther ? [] : [toClaim(reading, first - 1, end, 'name+city')];
  });
}

const LEGAL_FORMS: ReadonlySet<string> = new Set('AG GmbH SE KG Inc Ltd Corp plc PLC NV LLC PAO OAO Co'.split(' '));

/** Step: companies by their legal form: „Rheinmetall AG". */
export function claimCompanies(reading: Reading): readonly Claim[] {
  return reading.words.flatMap((word, i) => {
    if (!LEGAL_FORMS.has(word.text) || word.joint !== 'space') return [];
    let first = i;
    while (i - first < 4 && isJoined(reading.words[first]) && isCompanyWord(reading, first - 1)) first--;
    return first < i ? [toClaim(reading, first, i + 1, 'legal form')] : [];
  });
}

function isCompanyWord(reading: Reading, i: number): boolean {
  return (
    isProper(reading, i) ||
    reading.claimOf[i]?.actor.kind === 'organization' ||
    reading.words[i + 1]?.joint === 'hyphen'
  );
}

function toClaim(reading: Reading, first: number, end: number, rule: string): Claim {
  return { first, end, actor: identifyOrganization(reading, first, end), form: 'name', rule, certainty: 'stated' };
}

/** The organization that the words name, without the genitive s of its head where the text has it without elsewhere. */
export function identifyOrganization(reading: Reading, first: number, end: number): KnownActor {
  const name = readOrganizationName(reading, first, end);
  return { id: makeActorId('organization', name), kind: 'organization', name, origin: 'text' };
}

/** The nominative: „Elbe-Instituts für Sicherheitsfragen" loses the s of its head, other names that of the last word. */
function readOrganizationName(reading: Reading, first: number, end: number): string {
  for (let i = first; i < end; i++) {
    const word = reading.words[i];
    const found = word === undefined ? undefined : reading.lists.organizationHeads.find(word.folded);
    if (word === undefined || found === undefined || !/s$/.test(word.folded)) continue;
    const cut = word.folded.length - found.rest - found.value.nominative.length;
    if (cut <= 0 || cut > 2) continue;
    const behind = i + 1 < end ? ` ${sliceText(reading, i + 1, end)}` : '';
    return sliceText(reading, first, i + 1).slice(0, -cut) + behind;
  }
  const last = reading.words[end - 1]?.folded ?? '';
  const name = sliceText(reading, first, end);
  return last.endsWith('s') && reading.document.vocabulary.has(last.slice(0, -1)) ? name.slice(0, -1) : name;
}

function hasRole(reading: Reading, word: Word | undefined, role: string): boolean {
  return word !== undefined && reading.lists.organizationHeads.find(word.folded)?.value.roles.has(role) === true;
}

/** Before the head: hyphened parts of which one is a name („Konrad-Adenauer-Stiftung"), or up to three proper words. */
function findNameStart(reading: Reading, head: number): number {
  let first = head;
  while (head - first < 5 && reading.words[first]?.joint === 'hyphen' && reading.words[first - 1]?.capital === true)
    first--;
  if (first < head)
    return hasRole(reading, reading.words[head], 'hyphened') && isNamed(reading, first, head) ? first : head;
  const isFront = hasRole(reading, reading.words[head], 'proper') ? isEnglishNameBefore : isNameBefore;
  while (head - first < 3 && reading.words[first]?.joint === 'space' && isFront(reading, first - 1)) first--;
  return first;
}

/** Some part is a name: claimed, but not only for a state („US-Behörde"), or at least no everyday noun. */
function isNamed(reading: Reading, first: number, end: number): boolean {
  return reading.words.slice(first, end).some((word, i) => {
    const claim = reading.claimOf[first + i];
    return claim === undefined
      ? word.text.length > 2 && !isEveryday(reading, word)
      : claim.actor.kind !== 'country' && claim.actor.kind !== 'organization';
  });
}

/** A capitalised word inside a sentence that is no everyday noun, title, month or name of something else. */
function isProper(reading: Reading, i: number): boolean {
  const word = reading.words[i];
  if (word?.capital !== true || !isInside(word) || word.joint === 'apart') return false;
  const claim = reading.claimOf[i];
  if (claim !== undefined) return claim.form === 'adjective';
  return (
    !isEveryday(reading, word) &&
    !isNamePart(reading, 'month or day', word) &&
    reading.lists.placeHeads.find(word.folded) === undefined &&
    findTitleBefore(reading, i + 1) === undefined
  );
}

/** A proper word or a capitalised adjective („Medizinische Hochschule"). */
function isNameBefore(reading: Reading, i: number): boolean {
  const word = reading.words[i];
  const claim = reading.claimOf[i];
  const isAdjective =
    word?.capital === true && isInside(word) && word.joint !== 'apart' && /ische[nrms]?$/.test(word.folded);
  return isAdjective ? claim === undefined || claim.form === 'adjective' : isProper(reading, i);
}

/** Before an English head also a person („Lee Strasberg Theatre"). */
function isEnglishNameBefore(reading: Reading, i: number): boolean {
  return reading.claimOf[i]?.actor.kind === 'person' || isNameBefore(reading, i);
}

function findProperEnd(reading: Reading, first: number): number {
  let end = first + 1;
  while (end - first < 4 && isJoined(reading.words[end]) && isProper(reading, end)) end++;
  return end;
}

/** The end of a short quotation that holds but the name. */
function findQuotedEnd(reading: Reading, first: number): number {
  for (let end = first + 1; end <= first + 5; end++) {
    if (/^["“”«»]$/u.test(tokenBeside(reading, end - 1, 1)?.text ?? '')) return end;
    if (!isJoined(reading.words[end])) break;
  }
  return first;
}

/** Behind the head: „für Sicherheitsfragen", „Wissenschaft und Politik", „Hamburg". */
function findNameEnd(reading: Reading, head: number): number {
  const word = reading.words[head];
  const next = reading.words[head + 1];
  if (next === undefined || next.joint !== 'space') return head + 1;
  if (next.folded === 'fur' && hasRole(reading, word, 'purpose')) return findPurposeEnd(reading, head + 2) ?? head + 1;
  if (/^(?:for|of|on)$/.test(next.folded) && hasRole(reading, word, 'proper'))
    return findEnglishEnd(reading, head + 2) ?? head + 1;
  if (!next.capital || !hasRole(reading, word, 'named behind')) return head + 1;
  const [link, last] = [reading.words[head + 2], reading.words[head + 3]];
  if (link?.folded === 'und' && isJoined(link) && last?.capital === true && isJoined(last)) return head + 4;
  const isPlace = reading.claimOf[head + 1]?.actor.kind === 'place';
  return isPlace
    ? (reading.claimOf[head + 1]?.end ?? head + 2)
    : isProper(reading, head + 1)
      ? findProperEnd(reading, head + 1)
      : head + 1;
}

/** "Constitutional and Human Rights": capitalised words with „and", „of", „the" between. */
function findEnglishEnd(reading: Reading, start: number): number | undefined {
  let end: number | undefined;
  for (let i = start; i < start + 8 && isJoined(reading.words[i]); i++) {
    const word = reading.words[i];
    if (word?.capital === true) end = i + 1;
    else if (!/^(?:and|of|the)$/.test(word?.folded ?? '')) break;
  }
  return end;
}

/** „Koreanische Studien", „strategische und internationale Studien": capitalised words with adjectives and „und" between. */
function findPurposeEnd(reading: Reading, start: number): number | undefined {
  let end: number | undefined;
  for (let i = start; i < start + 8 && isJoined(reading.words[i]); i++) {
    const word = reading.words[i];
    if (word?.capital === true) end = i + 1;
    else if (word === undefined || isDeterminer(reading, word) || !/^(?:und|.*e[nrs]?)$/u.test(word.folded)) break;
    else if (end !== undefined && word.folded !== 'und' && reading.words[i - 1]?.capital === true) break;
  }
  return end;
}
