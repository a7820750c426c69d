import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../server/src/core/analyse.js';
import type { ArticleId } from '../../server/src/core/article/article.js';
import type { ActorKind, Facts } from '../../server/src/core/facts.js';
import { getKnowledge } from '../support/knowledge.js';
import { requireShared } from '../support/shared.js';

/** GermEval's outer labels for our kinds; groups have none. */
const LABELS: Readonly<Partial<Record<ActorKind, string>>> = {
  person: 'PER',
  country: 'LOC',
  place: 'LOC',
  organization: 'ORG',
};
const SCORED = new Set(Object.values(LABELS));

/** The least F1 in percent over PER, LOC and ORG: text that no rule was written for, single sentences without a document. */
const MINIMUM = 58;

interface LabelledSentence {
  readonly text: string;
  /** `start-end` → outer label, such as `PER` or `LOCderiv`. */
  readonly labels: ReadonlyMap<string, string>;
}

describe('accuracy on GermEval 2014 (exact spans, outer labels, each sentence alone)', function () {
  this.timeout(120_000);

  it(`F1 over PER, LOC and ORG ≥ ${String(MINIMUM)}`, async function () {
    const sentences = parseSentences(readFileSync(requireShared(this, 'data/germeval2014/dev.tsv'), 'utf8'));
    const knowledge = await getKnowledge();
    const counts = new Map([...SCORED].map((label) => [label, { hits: 0, predicted: 0, gold: 0 }]));
    for (const sentence of sentences) {
      const { text } = sentence;
      const input = {
        id: 'germeval' as ArticleId,
        text,
        metadata: { language: 'de' },
        contentStart: 0,
        layout: 'raw',
      } as const;
      count(counts, sentence, listLabels(analyse(input, knowledge)));
    }
    const total = [...counts.values()].reduce((a, b) => ({
      hits: a.hits + b.hits,
      predicted: a.predicted + b.predicted,
      gold: a.gold + b.gold,
    }));
    for (const [label, { hits, predicted, gold }] of [...counts, ['all', total] as const]) {
      console.log(
        `      ${label}: P ${percent(hits / predicted)} R ${percent(hits / gold)} F1 ${percent(f1(hits, predicted, gold))}`,
      );
    }
    assert.ok(100 * f1(total.hits, total.predicted, total.gold) >= MINIMUM);
  });
});

function f1(hits: number, predicted: number, gold: number): number {
  return (2 * hits) / (predicted + gold);
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function listLabels(facts: Facts): ReadonlyMap<string, string> {
  const kinds = new Map(facts.actors.map((actor) => [actor.id, actor.kind]));
  const names = facts.mentions.filter((mention) => mention.form !== 'adjective');
  return new Map(
    names.flatMap(({ start, end, actor }) => {
      const label = LABELS[kinds.get(actor) ?? 'group'];
      return label === undefined ? [] : [[`${String(start)}-${String(end)}`, label] as const];
    }),
  );
}

/** Derived forms and parts of compounds (`LOCderiv`, `ORGpart`) and OTH are left out on both sides. */
function count(
  counts: ReadonlyMap<string, { hits: number; predicted: number; gold: number }>,
  { labels }: LabelledSentence,
  predicted: ReadonlyMap<string, string>,
): void {
  for (const [span, label] of labels) {
    const sum = counts.get(label);
    if (sum === undefined) continue;
    sum.gold++;
    if (predicted.get(span) === label) sum.hits++;
  }
  for (const [span, label] of predicted) {
    const gold = labels.get(span);
    if (gold === undefined || SCORED.has(gold)) {
      const sum = counts.get(label);
      if (sum !== undefined) sum.predicted++;
    }
  }
}

/** Joins the tokens to text again; only punctuation is set without a space before it. */
function parseSentences(table: string): readonly LabelledSentence[] {
  return table.split(/\n\n+/).flatMap((block) => {
    const rows = block.split('\n').flatMap((line) => (line === '' || line.startsWith('#') ? [] : [line.split('\t')]));
    return rows.length === 0 ? [] : [joinTokens(rows)];
  });
}

function joinTokens(rows: readonly (readonly string[])[]): LabelledSentence {
  let text = '';
  let open: { start: number; label: string } | undefined;
  const labels = new Map<string, string>();
  const close = (): void => {
    if (open) labels.set(`${String(open.start)}-${String(text.length)}`, open.label);
    open = undefined;
  };
  for (const [, token = '', label = 'O'] of rows) {
    if (!label.startsWith('I-')) close();
    if (text !== '' && !/^[.,;:!?)\]]$/.test(token)) text += ' ';
    if (label.startsWith('B-')) open = { start: text.length, label: label.slice(2) };
    text += token;
  }
  close();
  return { text, labels };
}
