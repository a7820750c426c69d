import { isMap, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { NOBODY, type Pin, SPELLINGS } from '../../core/authority/authority.js';
import { type DecidedActor, type Decision, printReference } from '../../core/authority/decision.js';
import { nameKey } from '../../core/actors/nameTable.js';
import { parseReference } from '../../core/actors/reference.js';
import { readAuthority } from '../../core/authority/readAuthority.js';
import type { Span } from '../../core/text/span.js';
import { AuthorityText, findPair, type Item, printScalar, readText } from './authorityText.js';
import { toPlaced } from './parseAuthority.js';

/** What a decision makes of an authority file. */
export type AuthorityEdit =
  /** The stretch to replace. */
  | { readonly span: Span; readonly text: string }
  /** `broken`: no valid YAML, or written in a way that is not edited; `done`: the file says so already. */
  | { readonly refused: 'broken' | 'done' };

/**
 * The edit that writes a decision into the text of an authority file; an empty text stands for a missing file. Comments, order and all lines
 * that the decision does not concern stay as they are.
 */
export function editAuthority(text: string, decision: Decision): AuthorityEdit {
  const before = new AuthorityText(text);
  if (before.isBroken) return { refused: 'broken' };
  const after = decide(before, decision);
  if (after.text === text) return { refused: 'done' };
  // Whatever is wrong with the file now was wrong before.
  if (after.isBroken || countProblems(after) > countProblems(before)) return { refused: 'broken' };
  return findDifference(text, after.text);
}

function countProblems({ contents }: AuthorityText): number {
  const { problems } = readAuthority('', toPlaced(contents));
  return problems.filter(({ code }) => code !== 'authority-contradiction').length;
}

function decide(file: AuthorityText, decision: Decision): AuthorityText {
  switch (decision.kind) {
    case 'merge':
      return merge(file, decision.actors);
    case 'split':
      return split(file, decision.actors);
    case 'reject':
      return reject(file, decision.name);
    case 'alias':
      return addAlias(
        unreject(part(file, [decision.actor.name, decision.alias]), decision.alias),
        decision.actor,
        decision.alias,
      );
    case 'kind':
      return setField(file, decision.actor, 'kind', decision.to);
    case 'rename':
      return rename(file, decision.actor, decision.to);
    case 'note':
      return setField(file, decision.actor, 'note', decision.note);
    case 'spelling':
      if (decision.actor === undefined) return file.setTopLevel('houseSpelling', decision.to);
      return setField(file, decision.actor, 'houseSpelling', decision.to);
    case 'pin':
      return pin(file, decision);
  }
}

/** One line with all names, the kept one first; groups that hold any of them become part of it. */
function merge(file: AuthorityText, actors: readonly DecidedActor[]): AuthorityText {
  const [kept, ...others] = actors;
  if (kept === undefined || others.length === 0) return file;
  const areAlike = new Set(actors.map(({ name }) => nameKey(name))).size < actors.length;
  const names = actors.map((actor) => (areAlike ? `${actor.kind}:${actor.name}` : actor.name));
  const isConcerned = (group: readonly string[]): boolean => group.some((name) => includesName(names, name));
  const joined = [...new Set([...names, ...listGroups(file, 'same').filter(isConcerned).flat()])];
  const hasOtherKinds = others.some(({ kind }) => kind !== kept.kind);
  const known = hasOtherKinds && findActor(file, kept) === undefined ? addActor(file, kept, []) : file;
  const free = removeGroups(part(known, names), 'same', isConcerned);
  return free.addToSection('same', printGroup(joined));
}

/** The two are neither in one group nor names of one entry any more, and a line says so. */
function split(file: AuthorityText, [a, b]: readonly [DecidedActor, DecidedActor]): AuthorityText {
  // What is written alike in all but signs and capitals is one name.
  if (isName(a.name, b.name)) return file;
  const pair = [a.name, b.name];
  const holdsBoth = (group: readonly string[]): boolean => pair.every((name) => includesName(group, name));
  let next = file;
  for (const group of listGroups(file, 'same').filter(holdsBoth)) {
    const rest = group.filter((name) => !includesName([b.name], name));
    next = removeGroups(next, 'same', (other) => other.join('\0') === group.join('\0'));
    if (rest.length > 1) next = next.addToSection('same', printGroup(rest));
  }
  next = removeAlias(next, a, (alias) => isName(b.name, alias));
  next = removeAlias(next, b, (alias) => isName(a.name, alias));
  return listGroups(next, 'notSame').some(holdsBoth) ? next : next.addToSection('notSame', printGroup(pair));
}

function reject(file: AuthorityText, name: string): AuthorityText {
  const isKnown = file.listItems('reject').some((item) => readText(item) === name);
  return isKnown ? file : file.addToSection('reject', toItem(printScalar(name)));
}

function unreject(file: AuthorityText, name: string): AuthorityText {
  const list = file.findPair('reject')?.value;
  const index = isSeq<Node>(list) ? list.items.findIndex((item) => isName(name, readText(item))) : -1;
  return isSeq<Node>(list) && index >= 0 ? file.removeItem(list, index) : file;
}

/** Without lines that say the names are different actors. */
function part(file: AuthorityText, names: readonly string[]): AuthorityText {
  return removeGroups(file, 'notSame', (group) => group.filter((name) => includesName(names, name)).length > 1);
}

function rename(file: AuthorityText, actor: DecidedActor, to: string): AuthorityText {
  const map = findActor(file, actor);
  const referring = to === actor.name ? file : renameReferences(file, actor, to);
  if (map === undefined) return addActor(referring, { ...actor, name: to }, [actor.name]);
  const found = findActor(referring, actor) ?? map;
  const named = findShownSpelling(referring, found) ?? findPair(found, 'name');
  if (named === undefined) return file;
  const renamed = removeAlias(
    referring.setValue(named, printScalar(to)),
    { ...actor, name: to },
    (alias) => alias === to,
  );
  return addAlias(renamed, { ...actor, name: to }, readText(named.value) ?? actor.name);
}

/** The entry's spelling that is shown instead of its name. */
function findShownSpelling(file: AuthorityText, map: YAMLMap<Node, Node | null>): Pair<Node, Node | null> | undefined {
  const key = readText(findPair(map, 'houseSpelling')?.value) ?? readText(file.findPair('houseSpelling')?.value);
  const spellings = findPair(map, 'spellings')?.value;
  const spelled = key !== undefined && isMap<Node, Node | null>(spellings) ? findPair(spellings, key) : undefined;
  return readText(spelled?.value) === undefined ? undefined : spelled;
}

/** Lines elsewhere that name the actor name it as it is called from now on. */
function renameReferences(file: AuthorityText, actor: DecidedActor, to: string): AuthorityText {
  const texts = new Map(
    [actor.name, `${actor.kind}:${actor.name}`].map((text) => [text, text.replace(actor.name, to)]),
  );
  // From the end, so that the nodes before stay where they are.
  const nodes = listReferences(file).filter((node) => texts.has(readText(node) ?? ''));
  return nodes
    .reverse()
    .reduce((next, node) => next.replaceNode(node, printScalar(texts.get(readText(node) ?? '') ?? to)), file);
}

function listReferences(file: AuthorityText): readonly Node[] {
  const groups = [...file.listItems('same'), ...file.listItems('notSame')];
  const named = groups.flatMap((group) => (isSeq<Node>(group) ? group.items : []));
  const pinned = file.listItems('pins').flatMap((item) => {
    const value = isMap<Node, Node | null>(item) ? findPair(item, 'is')?.value : undefined;
    return value ? [value] : [];
  });
  return [...named, ...pinned].sort((a, b) => (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0));
}

function pin(file: AuthorityText, { mention, actor, replaces }: Extract<Decision, { kind: 'pin' }>): AuthorityText {
  const is = actor === undefined ? NOBODY : printReference(actor);
  const kept = replaces.reduce(removePin, file);
  const { path, before, quote, after } = mention;
  const fields = { in: path, before, quote, after, is };
  const given = Object.entries(fields).filter(([key, value]) => value !== '' || key === 'is');
  return kept.addToSection(
    'pins',
    toItem(`{ ${given.map(([key, value]) => `${key}: ${printScalar(value)}`).join(', ')} }`),
  );
}

function removePin(file: AuthorityText, pin: Pin): AuthorityText {
  const list = file.findPair('pins')?.value;
  if (!isSeq<Node>(list)) return file;
  const index = list.items.findIndex((item) => {
    if (!isMap<Node, Node | null>(item)) return false;
    const textOf = (key: string): string => readText(findPair(item, key)?.value) ?? '';
    const isAt = textOf('in') === pin.path && textOf('quote') === pin.quote.trim();
    return isAt && textOf('before') === pin.before.trim() && textOf('after') === pin.after.trim();
  });
  return index < 0 ? file : file.removeItem(list, index);
}

function setField(file: AuthorityText, actor: DecidedActor, key: string, value: string): AuthorityText {
  const map = findActor(file, actor);
  if (map === undefined) {
    const own = key === 'kind' ? { ...actor, kind: value as DecidedActor['kind'] } : actor;
    return addActor(file, own, key === 'kind' ? [] : [`${key}: ${printScalar(value)}`], 'fields');
  }
  const pair = findPair(map, key);
  return pair ? file.setValue(pair, printScalar(value)) : file.addToMap(map, [`${key}: ${printScalar(value)}`]);
}

function addAlias(file: AuthorityText, actor: DecidedActor, alias: string): AuthorityText {
  const map = findActor(file, actor);
  if (map === undefined) return addActor(file, actor, [alias]);
  if (listActorNames(map).includes(alias)) return file;
  const pair = findPair(map, 'aliases');
  const item = toItem(printScalar(alias));
  if (pair) return file.addToList(pair, item, ' '.repeat(file.columnOf(pair.key)));
  return file.addToMap(map, map.flow ? [`aliases: [${item.flow}]`] : ['aliases:', `  - ${item.flow}`]);
}

function removeAlias(file: AuthorityText, actor: DecidedActor, isUnwanted: (alias: string) => boolean): AuthorityText {
  const map = findActor(file, actor);
  const list = map && findPair(map, 'aliases')?.value;
  const index = isSeq<Node>(list) ? list.items.findIndex((item) => isUnwanted(readText(item) ?? '')) : -1;
  return isSeq<Node>(list) && index >= 0 ? file.removeItem(list, index) : file;
}

/** A new entry; `more` are its aliases, or further lines. */
function addActor(
  file: AuthorityText,
  { name, kind, state }: DecidedActor,
  more: readonly string[],
  what: 'aliases' | 'fields' = 'aliases',
): AuthorityText {
  const head = [
    `name: ${printScalar(name)}`,
    `kind: ${kind}`,
    ...(state === undefined ? [] : [`state: ${printScalar(state)}`]),
  ];
  const aliases = more.length === 0 ? [] : ['aliases:', ...more.map((alias) => `  - ${printScalar(alias)}`)];
  const flow = more.length === 0 ? [] : [`aliases: [${more.map(printScalar).join(', ')}]`];
  const [lines, inline] = what === 'fields' ? [more, more] : [aliases, flow];
  return file.addToSection('actors', { lines: [...head, ...lines], flow: `{ ${[...head, ...inline].join(', ')} }` });
}

/** The entry of an actor: of this name and kind, else of this name, else with this alias. */
function findActor(file: AuthorityText, { name, kind }: DecidedActor): YAMLMap<Node, Node | null> | undefined {
  const maps = file.listItems('actors').filter((item) => isMap<Node, Node | null>(item));
  const isNamed = (map: YAMLMap<Node, Node | null>): boolean => readText(findPair(map, 'name')?.value) === name;
  const isKind = (map: YAMLMap<Node, Node | null>): boolean => readText(findPair(map, 'kind')?.value) === kind;
  return (
    maps.find((map) => isNamed(map) && isKind(map)) ??
    maps.find(isNamed) ??
    maps.find((map) => isKind(map) && listActorNames(map).includes(name))
  );
}

function listActorNames(map: YAMLMap<Node, Node | null>): readonly string[] {
  const [aliases, spellings] = [findPair(map, 'aliases')?.value, findPair(map, 'spellings')?.value];
  const spelled = isMap<Node, Node | null>(spellings) ? SPELLINGS.map((key) => findPair(spellings, key)?.value) : [];
  const nodes = [findPair(map, 'name')?.value, ...(isSeq<Node>(aliases) ? aliases.items : []), ...spelled];
  return nodes.flatMap((node) => readText(node) ?? []);
}

function listGroups(file: AuthorityText, section: string): readonly (readonly string[])[] {
  return file.listItems(section).map(readGroup);
}

function readGroup(item: Node): readonly string[] {
  return isSeq<Node>(item) ? item.items.flatMap((name) => readText(name) ?? []) : [];
}

function removeGroups(
  file: AuthorityText,
  section: string,
  isUnwanted: (group: readonly string[]) => boolean,
): AuthorityText {
  const list = file.findPair(section)?.value;
  const index = isSeq<Node>(list) ? list.items.findIndex((item) => isUnwanted(readGroup(item))) : -1;
  return isSeq<Node>(list) && index >= 0 ? removeGroups(file.removeItem(list, index), section, isUnwanted) : file;
}

function printGroup(names: readonly string[]): Item {
  return toItem(`[${names.map(printScalar).join(', ')}]`);
}

function toItem(text: string): Item {
  return { lines: [text], flow: text };
}

function includesName(names: readonly string[], name: string): boolean {
  return names.some((other) => isName(other, name));
}

/** Whether two lines name the same, however they are written and whether or not they say the kind. */
function isName(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const [own, other] = [a, b].map((text) => parseReference(text).name);
  const key = nameKey(own ?? '');
  // Signs alone have no key.
  return key === '' ? own === other : key === nameKey(other ?? '');
}

/** The one stretch in which two texts differ, from the start of a line. */
function findDifference(before: string, after: string): { readonly span: Span; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { span: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
