import { decodeMarkup } from '../../encoding/decodeMarkup.js';
import type { Unreadable } from '../extracted.js';
import { type Attributes, loadMarkupParser, type MarkupHandler } from './markupParser.js';

/** An element of a small XML document: settings, metadata, a feed. Names are as written, with their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Parses XML into a tree and gives the root element. Faults are forgiven, document type definitions ignored. */
export async function parseXml(bytes: Uint8Array): Promise<XmlElement | Unreadable> {
  const xml = await decodeMarkup(bytes);
  if (xml === undefined) return { reason: 'it holds binary data instead of XML' };
  const parse = await loadMarkupParser();
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  if (parse(xml, 'xml', createTreeBuilder(document)) === 'cut')
    return { reason: 'its XML has too many or too deeply nested elements' };
  return listElements(document)[0] ?? { reason: 'it has no XML elements' };
}

function createTreeBuilder(document: OpenElement): MarkupHandler {
  const open = [document];
  const innermost = (): OpenElement => open.at(-1) ?? document;
  return {
    open: (name, attributes) => {
      const element: OpenElement = { name, attributes, children: [] };
      innermost().children.push(element);
      open.push(element);
    },
    text: (text) => innermost().children.push(text),
    close: () => open.pop(),
  };
}

/** The elements right below, all or those of a name. */
export function listElements(parent: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  );
}

/** The first element on a path of names, each right below the one before; undefined when there is none. */
export function findElement(parent: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at && listElements(at, name)[0], parent);
}

/** All elements of a name, at any depth, in document order. */
export function listDescendants(parent: XmlElement, name: string): readonly XmlElement[] {
  return listElements(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...listDescendants(child, name),
  ]);
}

/** All text in an element; '' for a missing one. */
export function textOf(element: XmlElement | undefined): string {
  return element?.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('') ?? '';
}

/** The text of the first element on a path, or undefined where it is missing or blank. */
export function findText(parent: XmlElement, ...path: readonly string[]): string | undefined {
  const text = textOf(findElement(parent, ...path)).trim();
  return text === '' ? undefined : text;
}

/** A copy of the tree with names without their prefixes, for formats whose names are unambiguous without them. */
export function withoutPrefixes(element: XmlElement): XmlElement {
  return {
    name: element.name.slice(element.name.indexOf(':') + 1),
    attributes: element.attributes,
    children: element.children.map((child) => (typeof child === 'string' ? child : withoutPrefixes(child))),
  };
}

/** Tells a handler of the content of an element, as the parser would. */
export function replay(element: XmlElement, handler: MarkupHandler): void {
  for (const child of element.children) {
    if (typeof child === 'string') handler.text(child);
    else {
      handler.open(child.name, child.attributes);
      replay(child, handler);
      handler.close(child.name);
    }
  }
}
