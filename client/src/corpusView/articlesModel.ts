import type { ArticleRow, CorpusRow } from '../../../server/src/protocol/protocol.js';
import { type ListNodes, listPaged, type ViewTools } from './corpusModel.js';
import { printCounts } from './countsModel.js';
import { joinParts, type ViewNode } from './viewNodeModel.js';

/** The articles of a corpus, newest first. */
export function openArticles({ corpus }: CorpusRow, tools: ViewTools): ListNodes {
  return listPaged(tools, {
    id: `${corpus}#articles`,
    load: (page) => tools.source.listArticles({ corpus, ...page }),
    toNode: (row) => toArticleNode(row, tools),
  });
}

function toArticleNode(row: ArticleRow, { t }: ViewTools): ViewNode {
  const start = { line: 0, character: 0 };
  const counts = printCounts({ actors: row.actors, events: row.events }, t);
  return {
    id: row.uri,
    label: row.title,
    description: joinParts(row.date, row.source),
    tooltip: [row.title, joinParts(row.date, row.source), row.path, counts].filter((line) => line !== '').join('\n'),
    icon: 'file-text',
    spoken: joinParts(row.title, row.date ?? t('no date'), row.source, counts),
    place: { uri: row.uri, range: { start, end: start } },
    context: row.original === undefined ? 'article' : 'extractedArticle',
    ...(row.original !== undefined && { original: row.original }),
  };
}
