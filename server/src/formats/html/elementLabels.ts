import { type ClassWords, listMeanings } from './classWords.js';
import type { DomElement } from './dom.js';

/** What an element is by its own name and attributes, whatever stands in it. */
interface ElementLabel {
  /** Surely no part of the article: navigation, comments, other articles. */
  readonly apart: boolean;
  readonly furniture: boolean;
  readonly hidden: boolean;
  readonly lede: boolean;
  readonly kicker: boolean;
  readonly date: boolean;
  /** The element's name and attributes: elements that look alike have the same. */
  readonly look: string;
}

export type Labels = (element: DomElement) => ElementLabel;

const WHOLE_PAGE = new Set(['html', 'body', 'main']);
const APART_ELEMENTS = new Set(['nav', 'footer']);
const FURNITURE_ELEMENTS = new Set(
  'aside figure figcaption form fieldset button label dialog menu address table time'.split(' '),
);
const APART_ROLES = new Set(['navigation', 'contentinfo', 'search']);
const FURNITURE_ROLES = new Set(
  'banner complementary form dialog alertdialog tooltip menu menubar tablist toolbar'.split(' '),
);
const NAMING_ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'data-component', 'data-testid', 'data-area'];
/** „hidden on small screens": a utility class beside it shows the element on others. */
const RESPONSIVE = /:(?:block|flex|inline|grid)/;

/** Makes a labeller by the words of class names and ids. Each element is looked at once, and each look judged once. */
export function createLabels(classWords: ClassWords): Labels {
  const known = new Map<string, ElementLabel>();
  const labelled = new Map<DomElement, ElementLabel>();
  return (element) => {
    const before = labelled.get(element);
    if (before) return before;
    const names = NAMING_ATTRIBUTES.map((name) => element.getAttribute(name) ?? '').join(' ');
    const look = `${element.localName} ${String(isHidden(element))} ${names}`;
    const label = known.get(look) ?? createLabel(element, { look, names }, classWords);
    known.set(look, label);
    labelled.set(element, label);
    return label;
  };
}

function createLabel(
  element: DomElement,
  { look, names }: { readonly look: string; readonly names: string },
  classWords: ClassWords,
): ElementLabel {
  const name = element.localName;
  const role = element.getAttribute('role') ?? '';
  const says = WHOLE_PAGE.has(name) ? new Set() : listMeanings(names, classWords);
  return {
    apart: APART_ELEMENTS.has(name) || APART_ROLES.has(role) || says.has('apart'),
    furniture: FURNITURE_ELEMENTS.has(name) || FURNITURE_ROLES.has(role) || says.has('furniture'),
    hidden: isHidden(element) || (says.has('hidden') && !RESPONSIVE.test(names)),
    lede: says.has('lede'),
    kicker: says.has('kicker'),
    date: says.has('date'),
    look,
  };
}

function isHidden(element: DomElement): boolean {
  return element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';
}
