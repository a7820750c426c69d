import { listParagraphs } from '../cleanText.js';
import type { DocumentBlock } from '../extracted.js';
import type { Attributes, MarkupHandler } from './markupParser.js';

type Role = DocumentBlock['role'];

/** What an element is to a reader of prose. */
export type Meaning =
  /** Part of the text around it. */
  | { readonly kind: 'inline' }
  /** Left out with all that is in it. */
  | { readonly kind: 'skip' }
  /** A footnote or text box: its blocks come after all others, and the text around it goes on. */
  | { readonly kind: 'aside' }
  /** A paragraph or heading; `nothing`: not part of the article. */
  | { readonly kind: 'block'; readonly role: Role | 'nothing' }
  /** Says what the block is that it stands in. */
  | { readonly kind: 'role'; readonly role: Role | 'nothing' }
  /** Stands for this text. */
  | { readonly kind: 'text'; readonly text: string };

export interface BlockRules {
  readonly meaningOf: (name: string, attributes: Attributes) => Meaning;
  /** The only elements whose own text counts; all, when not given. */
  readonly prose?: ReadonlySet<string>;
}

export interface BlockCollector extends MarkupHandler {
  /** The blocks so far, those of asides at the end. */
  listBlocks(): readonly DocumentBlock[];
}

/** A text that is being collected: the document's, or that of an aside. */
interface Flow {
  readonly blocks: DocumentBlock[];
  /** Roles of the blocks that are open, from the outermost. */
  readonly roles: (Role | 'nothing')[];
  pieces: string[];
}

/** Collects the blocks of a document from its markup, by what the rules say of its elements. Linear in its size. */
export function createBlockCollector(rules: BlockRules): BlockCollector {
  const flows: [Flow, ...Flow[]] = [createFlow()];
  const asides: DocumentBlock[] = [];
  const open: { readonly name: string; readonly meaning: Meaning }[] = [];
  let skipped = 0;
  const flow = (): Flow => flows.at(-1) ?? flows[0];

  return {
    open: (name, attributes) => {
      const meaning = rules.meaningOf(name, attributes);
      open.push({ name, meaning });
      if (meaning.kind === 'skip') skipped++;
      if (skipped > 0) return;
      if (meaning.kind === 'aside') flows.push(createFlow());
      else enter(flow(), meaning);
    },
    text: (text) => {
      const name = open.at(-1)?.name ?? '';
      if (skipped === 0 && (rules.prose?.has(name) ?? true)) flow().pieces.push(text.replace(/[^\S ]\s*| \s+/g, ' '));
    },
    close: () => {
      const kind = open.pop()?.meaning.kind;
      if (kind === 'skip') skipped--;
      else if (skipped > 0) return;
      else if (kind === 'block') leaveBlock(flow());
      else if (kind === 'aside') for (const block of endFlow(flows.pop())) asides.push(block);
    },
    listBlocks: () => [...endFlow(flows[0]), ...asides],
  };
}

function createFlow(): Flow {
  return { blocks: [], roles: [], pieces: [] };
}

function enter(flow: Flow, meaning: Meaning): void {
  if (meaning.kind === 'text') flow.pieces.push(meaning.text);
  if (meaning.kind === 'role' && flow.roles.length > 0) flow.roles[flow.roles.length - 1] = meaning.role;
  if (meaning.kind === 'block') {
    endBlock(flow);
    flow.roles.push(meaning.role);
  }
}

function leaveBlock(flow: Flow): void {
  endBlock(flow);
  flow.roles.pop();
}

function endFlow(flow: Flow | undefined): readonly DocumentBlock[] {
  if (flow) endBlock(flow);
  return flow?.blocks ?? [];
}

function endBlock(flow: Flow): void {
  const role = flow.roles.at(-1) ?? 'paragraph';
  if (flow.pieces.length === 0) return;
  if (role !== 'nothing') for (const text of listParagraphs(flow.pieces.join(''))) flow.blocks.push({ text, role });
  flow.pieces = [];
}
