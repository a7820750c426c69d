import { LIMITS } from '../limits.js';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of a text in XML or HTML, in its order; a text may come in several pieces. */
export interface MarkupHandler {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** Parses markup; `cut` when elements, or their nesting, were too many to read on. Every opened element is closed. */
export type MarkupParser = (markup: string, syntax: 'xml' | 'html', handler: MarkupHandler) => 'whole' | 'cut';

/** Bounds what the parser looks ahead. */
const PIECE = 16_384;

/**
 * Loads the parser (htmlparser2) when it is first needed. It forgives every fault, reads no document type definitions (so there are no
 * entities to expand) and opens no other resource. Its stack is a plain array, so the depth is bounded here.
 */
export async function loadMarkupParser(): Promise<MarkupParser> {
  const { Parser } = await import('htmlparser2');
  return (markup, syntax, handler) => {
    const bounded = boundHandler(handler, () => {
      parser.pause();
    });
    const parser = new Parser(
      { onopentag: bounded.open, ontext: bounded.text, onclosetag: bounded.close },
      { xmlMode: syntax === 'xml', decodeEntities: true },
    );
    for (let at = 0; at < markup.length && !bounded.isCut(); at += PIECE) parser.write(markup.slice(at, at + PIECE));
    if (!bounded.isCut()) parser.end();
    bounded.closeAll();
    return bounded.isCut() ? 'cut' : 'whole';
  };
}

/** Passes on what is within the limits; then calls `stop` once, and passes on nothing but the ends of what is open. */
function boundHandler(handler: MarkupHandler, stop: () => void) {
  const open: string[] = [];
  let elements = 0;
  let isCut = false;
  return {
    open: (name: string, attributes: Attributes) => {
      if (isCut) return;
      isCut = ++elements > LIMITS.elements || open.length >= LIMITS.depth;
      if (isCut) {
        stop();
        return;
      }
      open.push(name);
      handler.open(name, attributes);
    },
    text: (text: string) => {
      if (!isCut) handler.text(text);
    },
    close: (name: string) => {
      if (isCut) return;
      open.pop();
      handler.close(name);
    },
    closeAll: () => {
      for (let name = open.pop(); name !== undefined; name = open.pop()) handler.close(name);
    },
    isCut: () => isCut,
  };
}
