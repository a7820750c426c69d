import { type DomElement, type DomNode, isElement } from './dom.js';

/** What an element costs in characters of text, for each one that it stands in. */
const PER_ELEMENT = 200;

/**
 * How many steps the extractor may need for a document: it reads the text of every element anew, and looks for each
 * element's neighbours from the first one on. Itself linear in the number of elements.
 */
export function estimateSteps(root: DomElement): number {
  let steps = 0;
  const open: { readonly node: DomNode; readonly depth: number }[] = [{ node: root, depth: 1 }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { node, depth } = entry;
    let children = 0;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      children++;
      if (isElement(child)) open.push({ node: child, depth: depth + 1 });
      else steps += depth * child.textContent.length;
    }
    steps += PER_ELEMENT * depth + children * children;
  }
  return steps;
}
