import { type DomElement, type DomNode, isElement, isText } from './dom.js';
import { HEADINGS, INLINE } from './elementNames.js';

/** A stretch of running text between two borders of block elements. */
export interface Block {
  /** White space is squeezed to one space; a line break that the page makes stays one. */
  readonly text: string;
  readonly words: number;
  /** The innermost block element around it. */
  readonly element: DomElement;
  readonly kind: 'heading' | 'item' | 'paragraph' | 'other';
  /** The share of the text that stands in links, 0 to 1. */
  readonly linked: number;
}

/** The text of an element's descendants as blocks, in their order. Linear in the size of the element. */
export function listBlocks(root: DomElement): readonly Block[] {
  const walk: Walk = { blocks: [], pieces: [], length: 0, linked: 0, links: 0 };
  walkElement(walk, root, root);
  endBlock(walk, root);
  return walk.blocks;
}

// Chinese and Japanese have no spaces: two characters count as a word.
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad]*/gu;

/** How many words of letters or digits a text has. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

interface Walk {
  readonly blocks: Block[];
  pieces: string[];
  length: number;
  linked: number;
  /** How many links the walk is in. */
  links: number;
}

// The depth of a page is bounded (limits.ts), so recursion is safe.
function walkElement(walk: Walk, element: DomElement, block: DomElement): void {
  for (let node: DomNode | null = element.firstChild; node; node = node.nextSibling) {
    if (isText(node)) addText(walk, node.textContent.replace(/\s+/g, ' '));
    else if (isElement(node) && node.localName === 'br') addText(walk, '\n');
    else if (isElement(node)) walkChild(walk, node, block);
  }
}

function walkChild(walk: Walk, child: DomElement, block: DomElement): void {
  const name = child.localName;
  const isBlock = !INLINE.has(name);
  if (isBlock) endBlock(walk, block);
  if (name === 'a') walk.links++;
  walkElement(walk, child, isBlock ? child : block);
  if (name === 'a') walk.links--;
  if (isBlock) endBlock(walk, child);
}

function addText(walk: Walk, text: string): void {
  walk.pieces.push(text);
  const { length } = text.trim();
  walk.length += length;
  if (walk.links > 0) walk.linked += length;
}

/** Two line breaks in a row part paragraphs. */
function endBlock(walk: Walk, element: DomElement): void {
  if (walk.pieces.length === 0) return;
  const { pieces, length, linked } = walk;
  Object.assign(walk, { pieces: [], length: 0, linked: 0 });
  if (length === 0) return;
  for (const part of pieces.join('').split(/\n\s*\n/)) {
    const text = part
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '')
      walk.blocks.push({ text, words: countWords(text), element, kind: kindOf(element), linked: linked / length });
  }
}

function kindOf(element: DomElement): Block['kind'] {
  const name = element.localName;
  if (HEADINGS.has(name)) return 'heading';
  if (name === 'li' || name === 'dt' || name === 'dd') return 'item';
  return name === 'p' || name === 'blockquote' ? 'paragraph' : 'other';
}
