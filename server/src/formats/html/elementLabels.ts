import { type ClassWords, listMeanings } from './classWords.js';
import type { DomElement } from './dom.js';

/** What an element is by its own name and attributes, whatever stands in it. */
export interface ElementLabel {
  /** Surely no part of the article: navigation, comments, other articles. */
  readonly apart: boolean;
  readonly furniture: boolean;
  readonly hidden: boolean;
  readonly lede: boolean;
  readonly kicker: boolean;
  readonly date: boolean;
  /** The element's name and classes: elements that look alike have the same. */
  readonly look: string;
}

export type Labels = (element: DomElement) => ElementLabel;

const APART_ELEMENTS: ReadonlySet<string> = new Set(['nav', 'footer']);
const FURNITURE_ELEMENTS: ReadonlySet<string> = new Set(
  'aside figure figcaption form fieldset button label dialog menu address table time'.split(' '),
);
const NAMING_ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'data-component', 'data-testid', 'data-area'];
const APART_ROLES: ReadonlySet<string> = new Set(['navigation', 'contentinfo', 'search']);
const FURNITURE_ROLES: ReadonlySet<string> = new Set(
  'banner complementary form dialog alertdialog tooltip menu menubar tablist toolbar'.split(' '),
);
const WHOLE_PAGE: ReadonlySet<string> = new Set(['html', 'body', 'main']);
const plain: ElementLabel = {
  apart: false,
  furniture: false,
  hidden: false,
  lede: false,
  kicker: false,
  date: false,
  look: 'main',
};

/** Labels elements by the words in their class names; each element is looked at once. */
export function createLabels(classWords: ClassWords): Labels {
  const known = new Map<string, ElementLabel>();
  return (element) => {
    if (WHOLE_PAGE.has(element.localName)) return plain;
    const names = NAMING_ATTRIBUTES.map((name) => element.getAttribute(name) ?? '').join(' ');
    const role = element.getAttribute('role') ?? '';
    const isHidden = element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';
    const key = `${element.localName} ${String(isHidden)} ${names}`;
    const label = known.get(key) ?? createLabel(element.localName, names, role, isHidden, classWords);
    known.set(key, label);
    return label;
  };
}

function createLabel(
  name: string,
  names: string,
  role: string,
  isHidden: boolean,
  classWords: ClassWords,
): ElementLabel {
  const meanings = listMeanings(names, classWords);
  const responsive = /:(?:block|flex|inline|grid)/.test(names);
  return {
    apart: APART_ELEMENTS.has(name) || APART_ROLES.has(role) || meanings.has('apart'),
    furniture: FURNITURE_ELEMENTS.has(name) || FURNITURE_ROLES.has(role) || meanings.has('furniture'),
    hidden: isHidden || (meanings.has('hidden') && !responsive),
    lede: meanings.has('lede'),
    kicker: meanings.has('kicker'),
    date: meanings.has('date'),
    look: `${name} ${names}`,
  };
}
