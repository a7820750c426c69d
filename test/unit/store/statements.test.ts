import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { GRAM_STATEMENTS } from '../../../server/src/store/sqlite/grams.js';
import { ACTOR_STATEMENTS } from '../../../server/src/store/sqlite/read/actors.js';
import { COMPLETION_STATEMENTS } from '../../../server/src/store/sqlite/read/completion.js';
import { EVENT_STATEMENTS } from '../../../server/src/store/sqlite/read/events.js';
import { EVIDENCE_STATEMENTS } from '../../../server/src/store/sqlite/read/evidence.js';
import { SEARCH_STATEMENTS } from '../../../server/src/store/sqlite/read/findHits.js';
import { ARTICLE_STATEMENTS } from '../../../server/src/store/sqlite/read/summaries.js';
import { SCHEMA } from '../../../server/src/store/sqlite/schema.js';

describe('the statements of the SQLite store', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(SCHEMA);
  const groups: readonly Readonly<Record<string, unknown>>[] = [
    ACTOR_STATEMENTS,
    COMPLETION_STATEMENTS,
    EVENT_STATEMENTS,
    EVIDENCE_STATEMENTS,
    SEARCH_STATEMENTS,
    SEARCH_STATEMENTS.articlesOf,
    ARTICLE_STATEMENTS,
    GRAM_STATEMENTS,
  ];
  // What reads all on purpose: the list of months, which is short, and actors for a prefix without letters.
  const whole = new Set(['months', 'all']);

  for (const group of groups)
    for (const [name, sql] of Object.entries(group)) {
      if (typeof sql !== 'string' || whole.has(name)) continue;
      it(`${name} goes by an index`, () => {
        const steps = explain(sql);
        const scans = steps.filter((step) =>
          /^SCAN (?!json_each|[gjth]\b|passages VIRTUAL|event_words VIRTUAL|\(subquery|p\b|CONSTANT)/.test(step),
        );
        const walks = scans.filter((step) => !/ USING (COVERING )?INDEX/.test(step));
        assert.deepEqual(walks, [], steps.join('\n'));
      });
    }

  function explain(sql: string): readonly string[] {
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    return rows.map(({ detail }) => detail);
  }
});
