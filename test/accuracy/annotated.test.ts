import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../server/src/core/problem.js';
import { findLineStarts, lineAt } from '../../server/src/core/text/lines.js';
import { checkAnnotated } from '../../server/src/training/checkAnnotated.js';

const FOLDER = 'server/data/annotated';

describe('annotated sentences of our own', () => {
  const paths = globSync('*/*.txt', { cwd: FOLDER }).sort();
  const files = paths.map((path) => ({
    path: path.replaceAll('\\', '/'),
    content: readFileSync(join(FOLDER, path), 'utf8'),
  }));
  const { problems, counts } = checkAnnotated(files);

  it('have no fault in their markup', () => {
    const errors = problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors.map(printProblem), []);
  });

  it('are no templates: at most 2 % share six words in a row with another', () => {
    const share = counts.repetitiveSentences / counts.sentences;
    const list = counts.repetitions.map(({ here, earlier, words }) => `${here} and ${earlier}: ${words}`);
    assert.ok(share <= 0.02, `${(100 * share).toFixed(1)} %\n${list.join('\n')}`);
  });

  it('number at least 3,000 German and 500 English ones', () => {
    assertAtLeast(counts.sentencesByLanguage.get('de') ?? 0, 3000);
    assertAtLeast(counts.sentencesByLanguage.get('en') ?? 0, 500);
  });

  it('hold at least 12,000 word forms and 2,500 names', () => {
    assertAtLeast(counts.wordForms, 12_000);
    assertAtLeast(counts.names, 2500);
  });

  it('keep a tenth apart, in whole texts', () => {
    const share = counts.devSentences / counts.sentences;
    assert.ok(share >= 0.09 && share <= 0.13, `${(100 * share).toFixed(1)} %`);
  });

  function printProblem({ path, span, message }: Problem): string {
    const content = files.find((file) => file.path === path)?.content ?? '';
    const starts = findLineStarts(content);
    const line = lineAt(starts, span?.start ?? 0);
    const column = (span?.start ?? 0) - (starts[line] ?? 0);
    return `${path}:${String(line + 1)}:${String(column + 1)} ${message}`;
  }
});

function assertAtLeast(value: number, least: number): void {
  assert.ok(value >= least, `${String(value)}, not ${String(least)}`);
}
