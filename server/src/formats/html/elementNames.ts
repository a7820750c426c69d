/** Elements by what the reader does with them. All names are in lower case. */

/** Their content is no markup: it ends with their own end tag only. */
export const RAW = names('script style xmp iframe noembed noframes noscript textarea title');
/** Nothing in them is text of the page. They end with their end tag, which may be nested. */
export const SKIPPED = names('svg math template select canvas object audio video map datalist');
/** Their tags are left out; what stands in them stays. */
export const DROPPED = names(
  'html head body link source track embed param col colgroup area input base wbr picture font',
);
export const VOID = names('br hr img meta link source track embed param col area input base wbr');
/** Parts of a line; every other element, also one of an unknown name, starts a block. */
export const INLINE = names(
  'a abbr acronym b bdi bdo big cite code data del dfn em i img ins kbd label mark nobr q ruby rb rp rt s samp small span strike strong sub sup time tt u var',
);
export const HEADINGS = names('h1 h2 h3 h4 h5 h6');

const CLOSES_PARAGRAPH = names(
  'address article aside blockquote details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul',
);
const CLOSES_CELL = names('td th tr tbody tfoot');

/** The elements whose start ends an open element of the name, when that is the innermost. */
export const IMPLIED_END: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['p', CLOSES_PARAGRAPH],
  ['li', names('li')],
  ['dt', names('dt dd')],
  ['dd', names('dt dd')],
  ['td', CLOSES_CELL],
  ['th', CLOSES_CELL],
  ['tr', names('tr tbody tfoot')],
  ['option', names('option')],
]);

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
