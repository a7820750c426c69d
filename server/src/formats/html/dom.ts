/** What the reader needs of a DOM; the library's own types would bring a browser's whole library into the project. */
export interface DomNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  readonly textContent: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly parentElement: DomElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  readonly body: DomElement;
}

export type DocumentParser = (markup: string) => DomDocument;

/** Loads the DOM library when the first page is read: who reads no HTML does not pay for it. */
export async function loadDocumentParser(): Promise<DocumentParser> {
  // The worker build is linkedom without what it takes from Node.
  const { parseHTML } = (await import('linkedom/worker')) as unknown as {
    readonly parseHTML: (markup: string) => { readonly document: DomDocument };
  };
  return (markup) => parseHTML(markup).document;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === 3;
}

/** Whether `element` is `ancestor` or stands in it. */
export function isWithin(element: DomElement, ancestor: DomElement): boolean {
  for (let at: DomElement | null = element; at; at = at.parentElement) if (at === ancestor) return true;
  return false;
}
