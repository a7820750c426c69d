import type { ArticleRow, CorpusRow } from '../../../server/src/protocol/protocol.js';
import { type ListNodes, listPaged, type ViewTools } from './corpusModel.js';
import { printCopies } from './copiesModel.js';
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
  const copies = printCopies(row, t);
  return {
    id: row.uri,
    label: row.title,
    description: joinParts(row.date, row.source, copies),
    tooltip: [row.title, joinParts(row.date, row.source, copies), row.path, counts]
      .filter((line) => line !== '')
      .join('\n'),
    icon: 'file-text',
    spoken: joinParts(row.title, row.date ?? t('no date'), row.source, copies, counts),
    place: { uri: row.uri, range: { start, end: start } },
    context: row.original === undefined ? 'article' : 'extractedArticle',
    ...(row.original !== undefined && { original: row.original }),
  };
}
