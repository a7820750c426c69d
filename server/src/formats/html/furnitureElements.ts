import type { Block } from './blocks.js';
import type { DomElement } from './dom.js';
import type { Labels } from './elementLabels.js';

export type ElementTest = (element: DomElement) => boolean;

/** Elements of one look that hold a larger share of the text are no furniture, whatever their name says. */
const FURNITURE_SHARE = 0.35;
/** The same for what is surely not the article by its name. */
const APART_SHARE = 0.7;
/** An element with a form in it and no more words than this around it is a box to sign up or ask for something. */
const FORM_BOX_WORDS = 80;
const MOST_FORMS = 100;

/** Tests of an element, and of those around it, by their names. */
interface FurnitureTests {
  /** Surely no part of the article: navigation, comments, other articles. */
  readonly isApart: ElementTest;
  /** That, or what is hardly one: captions, boxes, buttons. */
  readonly isFurniture: ElementTest;
}

/**
 * Tests whether an element below `root`, or one around it, is furniture: by its name, unless the elements that look
 * like it hold much of the text (a class „teaser" on every paragraph says nothing). `prose` is the running text in
 * `root`.
 */
export function createFurnitureTests(prose: readonly Block[], root: DomElement, labels: Labels): FurnitureTests {
  const ofPage = countWordsByLook(prose, root, labels);
  const isApart = inherit(root, (element) => {
    const { apart, look } = labels(element);
    return apart && ofPage.wordsOf(look) <= APART_SHARE * ofPage.total;
  });
  const rest = prose.filter((block) => !isApart(block.element));
  const ofRest = countWordsByLook(rest, root, labels);
  const isFurniture = inherit(root, (element) => {
    if (isApart(element)) return true;
    const { furniture, hidden, look } = labels(element);
    return (furniture || hidden) && ofRest.wordsOf(look) <= FURNITURE_SHARE * ofRest.total;
  });
  return { isApart, isFurniture };
}

/**
 * The elements around forms that hold few words beside them and no headline: boxes to sign up for a newsletter and the
 * like.
 */
export function findFormBoxes(blocks: readonly Block[], root: DomElement): ReadonlySet<DomElement> {
  const forms = [...root.querySelectorAll('form')].slice(0, MOST_FORMS);
  if (forms.length === 0) return new Set();
  const words = new Map<DomElement, number>();
  for (const block of blocks) {
    // Whatever holds the headline is no box.
    const own = block.element.localName === 'h1' ? Infinity : block.words;
    for (let at: DomElement | null = block.element; at; at = at.parentElement)
      words.set(at, (words.get(at) ?? 0) + own);
  }
  return new Set(forms.map((form) => findBox(form, root, words)).filter((box) => box !== undefined));
}

function findBox(form: DomElement, root: DomElement, words: ReadonlyMap<DomElement, number>): DomElement | undefined {
  const isSmall = (element: DomElement): boolean => element !== root && (words.get(element) ?? 0) <= FORM_BOX_WORDS;
  if (!isSmall(form)) return undefined;
  let box = form;
  while (box.parentElement && isSmall(box.parentElement)) box = box.parentElement;
  return box;
}

/**
 * A test that holds for an element when it holds for it alone or for one around it below `root`. Each is tested once.
 */
function inherit(root: DomElement, own: ElementTest): ElementTest {
  const known = new Map<DomElement, boolean>([[root, false]]);
  const test = (element: DomElement): boolean => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const result = own(element) || (element.parentElement !== null && test(element.parentElement));
    known.set(element, result);
    return result;
  };
  return test;
}

interface WordsByLook {
  readonly total: number;
  wordsOf(look: string): number;
}

function countWordsByLook(prose: readonly Block[], root: DomElement, labels: Labels): WordsByLook {
  const words = new Map<string, number>();
  let total = 0;
  for (const block of prose) {
    total += block.words;
    for (const look of listLooks(block.element, root, labels)) words.set(look, (words.get(look) ?? 0) + block.words);
  }
  return { total, wordsOf: (look) => words.get(look) ?? 0 };
}

function listLooks(element: DomElement, root: DomElement, labels: Labels): ReadonlySet<string> {
  const looks = new Set<string>();
  for (let at: DomElement | null = element; at && at !== root; at = at.parentElement) looks.add(labels(at).look);
  return looks;
}
