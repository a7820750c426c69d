/** What the columns of an export, or the fields of its JSON, are to an article. `lead` stands before the text. */
export const COLUMNS = [
  'id',
  'title',
  'subtitle',
  'date',
  'source',
  'authors',
  'url',
  'language',
  'lead',
  'text',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Names of columns by what they hold, from `corpus.yaml`: `text: Volltext`, `source: meta.outlet`, `text: [Vorspann, Artikel]`. */
export type ColumnMapping = Readonly<Partial<Record<Column, string | readonly string[]>>>;

/** An article of an export: values by folded name; names of nested fields have dots. */
export type ExportRecord = ReadonlyMap<string, readonly string[]>;

/** The names to look for in a record, folded, by what they hold; the first that has a value counts. */
export type ColumnNames = Readonly<Record<Column, readonly string[]>>;

/**
 * Usual names, folded: those of Genios/wiso, Nexis, Factiva (two-letter codes), ProQuest, Media Cloud, Event Registry, NewsAPI, Webhose, WordPress
 * and news-please, in German and English, as their exports and documentation have them.
 */
const USUAL: ColumnNames = {
  id: words(
    'id uuid guid docid documentid dokumentid dokumentnummer articleid artikelid accessionnumber accessionno an storeid storiesid uri',
  ),
  title: words(
    'title titel headline überschrift schlagzeile hauptüberschrift haupttitel hd articletitle artikeltitel title.rendered',
  ),
  subtitle: words('subtitle untertitel unterzeile subheadline unterüberschrift'),
  date: words(
    `date datum published publisheddate publishdate publishedat publishedon datepublished datepublish publicationdate pubdate pd
    erscheinungsdatum erscheinungstag veröffentlichungsdatum veröffentlicht veröffentlichtam erschienen erschienenam datetime loaddate
    createdat created timestamp dategmt`,
  ),
  source: words(
    `source.name source.title source quelle publication publicationname publicationtitle pubtitle publikation medium medienname medianame
    media outlet zeitung newspaper publisher publisher.name publishername sn sourcename sourcetitle sitename thread.site site domain
    sourcedomain`,
  ),
  authors: words(
    'author authors autor autoren autorin verfasser byline creator creators author.name authors.name journalist by au',
  ),
  url: words('url link permalink weblink canonicalurl articleurl documenturl sourceurl guid uri'),
  language: words('language lang sprache languagecode la'),
  lead: words('lead leadparagraph lp vorspann teaser anleser standfirst'),
  text: words(
    `text body fulltext volltext maintext content.rendered content articletext artikeltext articlebody storytext bodytext textbody inhalt
    haupttext nachrichtentext artikel article td plaintext html contenthtml bodyhtml description summary abstract beschreibung zusammenfassung`,
  ),
};

function words(list: string): readonly string[] {
  return list.split(/\s+/);
}

/** The names to look for: the writer's for what the mapping names, the usual ones for the rest. */
export function createColumnNames(mapping: ColumnMapping = {}): ColumnNames {
  return Object.fromEntries(
    COLUMNS.map((column) => {
      const mapped = mapping[column];
      return [column, mapped === undefined ? USUAL[column] : [mapped].flat().map(foldName)];
    }),
  ) as ColumnNames;
}

/** Folds the name of a column: „Publish_Date", „publishDate" and „Publish date" are one. Dots between nested names stay. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '')
    .replace(/^\.+|\.+$/g, '');
}

/** Whether a record with these names can be an article: it has a title or a text. */
export function areUsable(names: readonly string[], columns: ColumnNames): boolean {
  return [...columns.title, ...columns.text].some((name) => names.includes(name));
}
