import type { ActorKindName, ActorRow, CorpusRow } from '../../../server/src/protocol/protocol.js';
import { type ListNodes, listPaged, toPassageNode, type ViewTools } from './corpusModel.js';
import { printCounts } from './countsModel.js';
import { joinParts, type Translate, type ViewNode } from './viewNodeModel.js';

const KINDS: readonly ActorKindName[] = ['person', 'organization', 'country', 'place', 'group'];

const ICONS: Readonly<Record<ActorKindName, string>> = {
  person: 'person',
  organization: 'organization',
  country: 'globe',
  place: 'location',
  group: 'symbol-enum',
};

/** The actors of a corpus by kind, most mentioned first; kinds without one are left out. */
export function openActors({ corpus }: CorpusRow, tools: ViewTools): ListNodes {
  return async () => {
    const kinds = await Promise.all(
      KINDS.map(async (kind) => ({ kind, total: await countActors(corpus, kind, tools) })),
    );
    return kinds.filter(({ total }) => total > 0).map((each) => toKindNode(corpus, each, tools));
  };
}

/** The name of a kind as a heading. */
function printKind(kind: ActorKindName, t: Translate): string {
  switch (kind) {
    case 'person':
      return t('Persons');
    case 'organization':
      return t('Organisations');
    case 'country':
      return t('Countries');
    case 'place':
      return t('Places');
    case 'group':
      return t('Groups');
  }
}

async function countActors(corpus: string, kind: ActorKindName, { source }: ViewTools): Promise<number> {
  return (await source.listActors({ corpus, kind, limit: 1 })).total;
}

function toKindNode(
  corpus: string,
  { kind, total }: { kind: ActorKindName; total: number },
  tools: ViewTools,
): ViewNode {
  const label = printKind(kind, tools.t);
  const id = `${corpus}#${kind}`;
  return {
    id,
    label,
    description: String(total),
    icon: ICONS[kind],
    spoken: joinParts(label, String(total)),
    listChildren: listPaged(tools, {
      id,
      load: (page) => tools.source.listActors({ corpus, kind, ...page }),
      toNode: (row) => toActorNode(corpus, row, tools),
    }),
  };
}

function toActorNode(corpus: string, row: ActorRow, tools: ViewTools): ViewNode {
  const { t } = tools;
  const id = `${corpus}#${row.id}`;
  const certainty = row.confirmed ? t('confirmed') : t('recognised');
  const extent = printCounts({ passages: row.passages, articles: row.articles }, t);
  return {
    id,
    label: row.name,
    description: joinParts(String(row.passages), row.confirmed ? t('confirmed') : ''),
    tooltip: `${row.name}\n${joinParts(extent, certainty)}`,
    icon: ICONS[row.kind],
    spoken: joinParts(row.name, extent, certainty),
    context: 'actor',
    actor: { corpus, name: row.name, kind: row.kind, ...(row.state !== undefined && { state: row.state }) },
    listChildren: listPaged(tools, {
      id,
      load: (page) => tools.source.listPassages({ corpus, actor: row.id, ...page }),
      toNode: (passage) => toPassageNode(id, passage),
    }),
  };
}
