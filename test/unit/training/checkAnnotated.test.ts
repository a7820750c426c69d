import assert from 'node:assert/strict';
import { checkAnnotated } from '../../../server/src/training/checkAnnotated.js';

function check(...lines: readonly string[]) {
  const content = ['== agency-1-001', ...lines, '== agency-1-002 | dev', 'Eins.', 'Zwei.', 'Drei.'].join('\n');
  const { problems, counts } = checkAnnotated([{ path: 'de/agency-1.txt', content }]);
  return { problems: problems.map(({ severity, message }) => `${severity}: ${message}`), counts };
}

describe('check of annotated sentences', () => {
  it('counts sentences, words, names, and what they hold', () => {
    const { problems, counts } = check(
      'Die [Uno]{O} <tagt>{OTHER Uno}.',
      'Die [polnische]{Ca=Polen} Seite fehlt der [Uno]{O}.',
      'Er sagte, ((alles sei gut)){I=?}.',
    );
    assert.deepEqual(problems, []);
    const { sentencesByLanguage, repetitions, ...numbers } = counts;
    assert.deepEqual([...sentencesByLanguage], [['de', 6]]);
    assert.deepEqual(repetitions, []);
    assert.deepEqual(numbers, {
      sentences: 6,
      devSentences: 3,
      sentencesWithoutMention: 4,
      wordForms: 15,
      names: 1,
      mentions: 3,
      events: 1,
      quotes: 1,
      repetitiveSentences: 0,
    });
  });

  it('finds sentences that share six words, not those that share five', () => {
    const { counts } = check(
      'Am Abend kam der Rat wieder zusammen.',
      'am Abend kam der Rat wieder!',
      'Am Abend kam der Rat nicht.',
    );
    assert.equal(counts.repetitiveSentences, 2);
    assert.deepEqual(counts.repetitions, [
      { here: 'de/agency-1.txt:3', earlier: 'de/agency-1.txt:2', words: 'am abend kam der rat wieder' },
    ]);
  });

  it('warns of a name that is marked only once in its text', () => {
    const { problems } = check('[Wolf]{P} kam.', 'Dann ging Wolf.', 'Der Wolfsrüde blieb.');
    assert.deepEqual(problems, ['warning: Wolf is marked elsewhere in this text, but not here']);
  });

  it('finds an actor of two kinds, a text of the wrong length, and a heading in the wrong file', () => {
    assert.deepEqual(check('[Wolf]{P} kam.', '[Wolf]{O} ging.').problems, [
      'error: agency-1-001 has 2 sentences, not 3 to 30',
      'error: Wolf is person and organization',
    ]);
    const { problems } = checkAnnotated([
      { path: 'de/list-1.txt', content: '== agency-1-001\nEins.\nZwei.\nDrei.\n== agency-1-001\nVier.\nFünf.\nSechs.' },
    ]);
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'agency-1-001 belongs into agency-1.txt',
        'agency-1-001 stands in de/list-1.txt too',
        'agency-1-001 belongs into agency-1.txt',
      ],
    );
  });
});
