import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../../core/text/span.js';
import { parseYamlFile } from '../yamlFile.js';

/** One item of a list as YAML: in lines of its own, and in brackets. */
export interface Item {
  readonly lines: readonly string[];
  readonly flow: string;
}

const LISTS = ['actors', 'reject', 'same', 'notSame', 'pins'];

/** The text of an authority file with its nodes. Every change gives a new text in which all other lines stay as they are, to the byte. */
export class AuthorityText {
  readonly text: string;
  readonly contents: ParsedNode | null;
  /** Whether it is no valid YAML, or written in a way that is not edited. */
  readonly isBroken: boolean;

  constructor(text: string) {
    this.text = text;
    const { contents, problems } = parseYamlFile('', text);
    this.contents = contents;
    const isEditable = isEmpty(contents) || (isMap(contents) && contents.flow !== true);
    const areLists = LISTS.every((section) => {
      const value = this.findPair(section)?.value;
      return isSeq(value) || isEmpty(value);
    });
    this.isBroken = problems.length > 0 || !isEditable || !areLists;
  }

  /** The items of a section; none where it is missing or no list. */
  listItems(section: string): readonly Node[] {
    const value = this.findPair(section)?.value;
    return isSeq<Node>(value) ? value.items : [];
  }

  findPair(key: string): Pair<Node, Node | null> | undefined {
    return isMap<Node, Node | null>(this.contents) ? findPair(this.contents, key) : undefined;
  }

  addToSection(section: string, item: Item): AuthorityText {
    const pair = this.findPair(section);
    if (pair === undefined) return this.#append(`${section}:${this.#break()}${this.#printItem(item, '  ')}`);
    return this.addToList(pair, item, '');
  }

  /** Adds an item to the list that a key holds; `indent` is that of the key. */
  addToList({ key, value }: Pair<Node, Node | null>, item: Item, indent: string): AuthorityText {
    if (isSeq<Node>(value) && value.items.length > 0) return this.#addToSeq(value, item);
    const list = this.#printItem(item, `${indent}  `);
    if (isEmpty(value)) return this.#insertBelow(endOf(key), list);
    // `[]` goes, and what stands behind it on the line stays.
    const { start, end } = spanOf(value);
    return this.#replace({ start, end }, '').#insertBelow(start, list);
  }

  /** Adds `key: value` to a map that is an item of a list. */
  addToMap(map: YAMLMap, lines: readonly string[]): AuthorityText {
    const last = map.items.at(-1);
    if (last === undefined) return this;
    const first = (map.items[0] as Pair<Node>).key;
    if (map.flow) return this.#replace(emptySpan(endOf((last.value ?? last.key) as Node)), `, ${lines.join(' ')}`);
    const indent = ' '.repeat(this.columnOf(first));
    return this.#insertBelow(this.#contentEnd(map), lines.map((line) => `${indent}${line}${this.#break()}`).join(''));
  }

  setTopLevel(key: string, value: string): AuthorityText {
    const pair = this.findPair(key);
    if (pair) return this.setValue(pair, value);
    const line = `${key}: ${value}${this.#break()}`;
    const first = isMap<Node>(this.contents) ? this.contents.items[0] : undefined;
    if (first === undefined) return this.#append(line);
    // Above the first section and the comment that belongs to it, or at the very top.
    return this.#replace(emptySpan(this.#startOfBlock(spanOf(first.key).start)), line + this.#break());
  }

  setValue({ key, value }: Pair<Node, Node | null>, text: string): AuthorityText {
    if (isEmpty(value)) {
      const colon = this.text.indexOf(':', endOf(key)) + 1;
      return this.#replace(emptySpan(colon), ` ${text}`);
    }
    return this.replaceNode(value, text);
  }

  replaceNode(node: Node, text: string): AuthorityText {
    return this.#replace(spanOf(node), text);
  }

  removeItem(list: YAMLSeq<Node>, index: number): AuthorityText {
    const item = list.items[index];
    if (item === undefined) return this;
    return list.flow ? this.#removeFromFlow(list, index) : this.#removeLines(item);
  }

  #removeFromFlow({ items }: YAMLSeq<Node>, index: number): AuthorityText {
    const [before, item, next] = [items[index - 1], items[index] as Node, items[index + 1]];
    const { start, end } = spanOf(item);
    if (before) return this.#replace({ start: endOf(before), end }, '');
    return this.#replace({ start, end: next ? spanOf(next).start : end }, '');
  }

  #removeLines(item: Node): AuthorityText {
    const start = this.#lineStart(spanOf(item).start);
    return this.#replace({ start, end: this.#nextLine(this.#contentEnd(item)) }, '');
  }

  #addToSeq(list: YAMLSeq<Node>, item: Item): AuthorityText {
    const last = list.items.at(-1) as Node;
    if (list.flow) return this.#replace(emptySpan(endOf(last)), `, ${item.flow}`);
    const first = list.items[0] as Node;
    const line = this.text.slice(this.#lineStart(spanOf(first).start));
    const indent = /^ */.exec(line)?.[0] ?? '';
    return this.#insertBelow(this.#contentEnd(last), this.#printItem(item, indent));
  }

  /** Below the line that holds the offset. */
  #insertBelow(offset: number, lines: string): AuthorityText {
    const at = this.#nextLine(offset);
    const isOpen = at === this.text.length && !/[\n\r]$/.test(this.text);
    return this.#replace(emptySpan(at), isOpen ? `${this.#break()}${lines}` : lines);
  }

  #append(lines: string): AuthorityText {
    const gap = this.text === '' || /(?:^|[\n\r])\s*$/.test(this.text) ? '' : this.#break();
    const apart = this.text.trim() === '' || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(this.text) ? '' : this.#break();
    return this.#replace(emptySpan(this.text.length), gap + apart + lines);
  }

  #printItem({ lines }: Item, indent: string): string {
    return lines.map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}${this.#break()}`).join('');
  }

  #replace({ start, end }: Span, by: string): AuthorityText {
    return new AuthorityText(this.text.slice(0, start) + by + this.text.slice(end));
  }

  #break(): string {
    return /\r\n|\n|\r/.exec(this.text)?.[0] ?? '\n';
  }

  #lineStart(offset: number): number {
    return Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) + 1;
  }

  #nextLine(offset: number): number {
    const found = /\r\n|\n|\r/g;
    found.lastIndex = offset;
    return found.exec(this.text) === null ? this.text.length : found.lastIndex;
  }

  /** How far a node is indented. */
  columnOf(node: Node): number {
    const { start } = spanOf(node);
    return start - this.#lineStart(start);
  }

  /** Where the last character of a node stands that is no white space. */
  #contentEnd(node: Node): number {
    return this.text.slice(0, endOf(node)).trimEnd().length;
  }

  /** Where the comment lines right above an offset begin. */
  #startOfBlock(offset: number): number {
    const before = this.text.slice(0, this.#lineStart(offset));
    return before.length - (/(?:[ \t]*#[^\n\r]*(?:\r\n|\n|\r))*$/.exec(before)?.[0].length ?? 0);
  }
}

export function findPair(map: YAMLMap<Node, Node | null>, key: string): Pair<Node, Node | null> | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** The text of a scalar; undefined for all else. */
export function readText(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value.trim() : undefined;
}

/** A text as a YAML scalar on one line: plain where that is read as the same text, in brackets too; else in quotation marks. */
export function printScalar(text: string): string {
  const isPlain = !/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(text) && text === text.trim() && isReadAs(text);
  if (isPlain) return text;
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escape);
}

function isReadAs(text: string): boolean {
  const { contents, errors } = parseDocument(`[${text}]`, {
    schema: 'core',
    resolveKnownTags: false,
    prettyErrors: false,
  });
  const [item, ...rest] = isSeq(contents) ? contents.items : [];
  return errors.length === 0 && rest.length === 0 && isScalar(item) && item.value === text && item.type === 'PLAIN';
}

/** Nothing, or what stands for it. */
function isEmpty(node: Node | null | undefined): node is null | undefined {
  return node == null || (isScalar(node) && node.value === null);
}

function spanOf(node: Node): Span {
  const [start = 0, end = 0] = node.range ?? [];
  return { start, end };
}

function endOf(node: Node): number {
  return spanOf(node).end;
}

function emptySpan(offset: number): Span {
  return { start: offset, end: offset };
}
