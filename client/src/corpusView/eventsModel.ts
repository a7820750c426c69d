import type { CorpusRow, EventRow, MonthRow } from '../../../server/src/protocol/protocol.js';
import { type ListNodes, listPaged, toPassageNode, type ViewTools } from './corpusModel.js';
import { printCounts } from './countsModel.js';
import { joinParts, type Translate, type ViewNode } from './viewNodeModel.js';

const UNDATED = 'undated';

/** The events of a corpus by year and month, newest first; those without a date come last. */
export function openEvents({ corpus }: CorpusRow, tools: ViewTools): ListNodes {
  return async () => {
    const months = await tools.source.listEventMonths({ corpus });
    const dated = months.filter(({ month }) => isDated(month));
    const years = [...new Set(dated.map(({ month }) => getYear(month)))];
    const inYear = (year: string): readonly MonthRow[] => dated.filter(({ month }) => getYear(month) === year);
    const undated = months.filter(({ month }) => !isDated(month));
    return [
      ...years.map((year) => toYearNode(corpus, { year, months: inYear(year) }, tools)),
      ...undated.map((row) => toMonthNode(corpus, row, tools)),
    ];
  };
}

/** `2022-01` as a heading below its year. */
function printMonth(month: string, t: Translate): string {
  const names = [
    t('January'),
    t('February'),
    t('March'),
    t('April'),
    t('May'),
    t('June'),
    t('July'),
    t('August'),
    t('September'),
    t('October'),
    t('November'),
    t('December'),
  ];
  return names[Number(month.slice(5)) - 1] ?? t('without month');
}

function toYearNode(
  corpus: string,
  { year, months }: { readonly year: string; readonly months: readonly MonthRow[] },
  tools: ViewTools,
): ViewNode {
  const events = months.reduce((sum, month) => sum + month.events, 0);
  return {
    id: `${corpus}#${year}`,
    label: year,
    description: String(events),
    icon: 'calendar',
    spoken: joinParts(year, printCounts({ events }, tools.t)),
    listChildren: () => Promise.resolve(months.map((row) => toMonthNode(corpus, row, tools))),
  };
}

function toMonthNode(corpus: string, { month, events }: MonthRow, tools: ViewTools): ViewNode {
  const { t } = tools;
  const id = `${corpus}#${month}#month`;
  const label = isDated(month) ? printMonth(month, t) : t('No date');
  return {
    id,
    label,
    description: String(events),
    icon: 'calendar',
    spoken: joinParts(isDated(month) ? `${label} ${getYear(month)}` : label, printCounts({ events }, t)),
    listChildren: listPaged(tools, {
      id,
      load: (page) => tools.source.listEvents({ corpus, month, ...page }),
      toNode: (row) => toEventNode(id, row, { corpus, tools }),
    }),
  };
}

function toEventNode(month: string, row: EventRow, { corpus, tools }: { corpus: string; tools: ViewTools }): ViewNode {
  const { t } = tools;
  const id = `${month}/${row.id}`;
  const extent = printCounts({ passages: row.passages, articles: row.articles, sources: row.sources }, t);
  const facts = joinParts(row.date, row.place, printStatus(row.status, t));
  return {
    id,
    label: row.label,
    description: joinParts(row.date, String(row.passages)),
    tooltip: [row.label, facts, row.participants.join(', '), extent].filter((line) => line !== '').join('\n'),
    icon: 'symbol-event',
    spoken: joinParts(row.label, facts, row.participants.join(', '), extent),
    context: 'event',
    listChildren: listPaged(tools, {
      id,
      load: (page) => tools.source.listPassages({ corpus, event: row.id, ...page }),
      toNode: (passage) => toPassageNode(id, passage),
    }),
  };
}

function printStatus(status: EventRow['status'], t: Translate): string {
  switch (status) {
    case 'happened':
      return t('happened');
    case 'planned':
      return t('planned');
    case 'hypothetical':
      return t('hypothetical');
  }
}

function isDated(month: string): boolean {
  return month !== UNDATED;
}

function getYear(month: string): string {
  return month.slice(0, 4);
}
