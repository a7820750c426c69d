import type { DecidedActorRow, ProtocolLocation } from '../../../server/src/protocol/protocol.js';

/** One line of a tree, without anything of the editor in it. */
export interface ViewNode {
  /** Unique in its tree and stable over refreshes, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  /** Stretches of the label that stand out, half-open UTF-16. */
  readonly highlights?: readonly (readonly [number, number])[];
  readonly description?: string;
  /** Plain text: it may hold text of articles. */
  readonly tooltip?: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** What a screen reader says; what is only an icon for others is a word here. */
  readonly spoken: string;
  /** Where a click goes. */
  readonly place?: ProtocolLocation;
  /** URI of the file itself where a click leads to the text that was extracted from it. */
  readonly original?: string;
  /** A click loads the next page of the list that the node stands in; its parent then lists it. */
  readonly loadMore?: () => Promise<void>;
  /** What commands of the context menu know the node by. */
  readonly context?: string;
  /** The actor that the node is, for commands about it. */
  readonly actor?: ActorOfNode;
  readonly listChildren?: () => Promise<readonly ViewNode[]>;
}

/** An actor with the corpus that it is in. */
export interface ActorOfNode extends DecidedActorRow {
  readonly corpus: string;
}

/** Turns a message into the user's language; `{0}` stands for the first argument. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** Joins what is there with a middle dot. */
export function joinParts(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
