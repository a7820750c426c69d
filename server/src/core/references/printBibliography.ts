import { type CitedArticle, type CslItem, type CslName, toCslItem } from './cslItem.js';

/** The formats of a bibliography: one entry for each article, between a head and an end. */
export interface BibliographyFormat {
  readonly head: string;
  readonly printEntry: (article: CitedArticle) => string;
  readonly between: string;
  readonly end: string;
}

/** CSL-JSON, and BibTeX with the fields of BibLaTeX (`date`, `journaltitle`, `langid`), in UTF-8. */
export const BIBLIOGRAPHY_FORMATS: Readonly<Record<'csl-json' | 'bibtex', BibliographyFormat>> = {
  'csl-json': {
    head: '[\n',
    printEntry: (article) => `  ${JSON.stringify(toCslItem(article))}`,
    between: ',\n',
    end: '\n]\n',
  },
  bibtex: { head: '', printEntry: (article) => printBibtex(toCslItem(article)), between: '\n', end: '' },
};

const LANGUAGES: Readonly<Record<string, string>> = { de: 'german', en: 'english' };

function printBibtex(item: CslItem): string {
  const { title, author, issued, URL: url, language, custom } = item;
  const type = item.type === 'webpage' ? 'online' : 'article';
  const date = issued?.['date-parts'][0]?.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  const fields = [
    // Doubled braces keep capitals as they are.
    ['title', title && `{${escape(title)}}`],
    ['author', author?.map(printName).join(' and ')],
    ['journaltitle', item['container-title'] && escape(item['container-title'])],
    ['date', date],
    ['url', url && encodeVerbatim(url)],
    ['langid', language && LANGUAGES[language]],
    ['file', custom && custom.file.replace(/[\\:;]/g, '\\$&')],
  ].flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`  ${name ?? ''} = {${value}},\n`]));
  return `@${type}{${item.id},\n${fields.join('')}}\n`;
}

function printName(name: CslName): string {
  if ('literal' in name) return `{${escape(name.literal)}}`;
  const family = [name['non-dropping-particle'] ?? '', name.family].filter((part) => part !== '').join(' ');
  return `${escape(family)}, ${escape(name.given)}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What LaTeX takes for commands, and marks that it draws together; all other characters are themselves in UTF-8. */
function escape(text: string): string {
  const escaped = text.replace(/[\\~^&%$#_{}]/g, (character) => ESCAPES[character] ?? `\\${character}`);
  return escaped.replace(/([-`'])(?=\1)|[!?](?=`)/g, '$&{}');
}

/** A field that LaTeX takes as it stands has no way to write a brace. */
function encodeVerbatim(url: string): string {
  return url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));
}
