import assert from 'node:assert/strict';
import { AUTHORITY_FAULTS, type AuthorityFault, makeFault } from '../../../server/src/core/authority/faults.js';
import { parseAuthority } from '../../../server/src/formats/authority/parseAuthority.js';
import { printProblem } from '../../../server/src/service/messages/problems.js';

/** The words that problems are shown at, with their codes: `code: words`. */
function listFaults(text: string): readonly string[] {
  return parseAuthority('authority.yaml', text).problems.map(({ code, span }) => {
    assert.ok(span, code);
    return `${code}: ${text.slice(span.start, span.end).trim()}`;
  });
}

describe('what is wrong with the authority file', () => {
  const CASES: readonly (readonly [text: string, ...faults: string[]])[] = [
    ['persons:\n  - A\n', 'authority-unknown: persons'],
    ['actors: A\n', 'authority-list: A'],
    ['- a\n', 'authority-shape: - a'],
    ['actors:\n  - A\n', 'authority-map: A'],
    ['actors:\n  - name: A\n', 'authority-kind: name: A'],
    ['actors:\n  - name: A\n    kind: human\n', 'authority-kind: human'],
    ['actors:\n  - kind: person\n', 'authority-missing: kind: person'],
    ['actors:\n  - name: 7\n    kind: person\n', 'authority-name: 7'],
    ['actors:\n  - { name: A, kind: place, state: Russia }\n', 'authority-state: Russia'],
    ['actors:\n  - { name: A, kind: place, nick: B }\n', 'authority-unknown: nick'],
    ['actors:\n  - { name: A, kind: place, note: [b] }\n', 'authority-text: [b]'],
    [
      'actors:\n  - name: A\n    kind: place\n    aliases: [B, 7, "", B]\n',
      'authority-name: 7',
      'authority-name: ""',
      'authority-duplicate: B',
    ],
    ['actors:\n  - { name: A, kind: place }\n  - { name: A, kind: place }\n', 'authority-duplicate: A'],
    [
      'actors:\n  - name: A\n    kind: person\n    offices: [{ title: B, from: May, to: 2004 }]\n',
      'authority-date: May',
    ],
    ['actors:\n  - name: A\n    kind: person\n    offices: [{ state: DE }]\n', 'authority-missing: { state: DE }'],
    ['actors:\n  - name: A\n    kind: person\n    spellings: { de: B, fr: C }\n', 'authority-unknown: fr'],
    ['houseSpelling: fr\n', 'authority-spelling: fr'],
    ['same: [[A, B], [C]]\n', 'authority-names: [C]'],
    ['same: [[A, B]]\nnotSame: [[B, X, A]]\n', 'authority-contradiction: A'],
    ['pins:\n  - { in: a.txt, quote: Kim }\n', 'authority-pin: { in: a.txt, quote: Kim }'],
    ['pins:\n  - { quote: Kim, is: Kim Jong-un }\n', 'authority-missing: { quote: Kim, is: Kim Jong-un }'],
    ['reject: &a [A]\nsame: *a\n', 'authority-list: *a'],
    ['reject: [A\n', 'yaml: '],
  ];
  for (const [text, ...faults] of CASES)
    it(`stands at its place: ${text.trim().replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(listFaults(text), faults);
    });

  it('costs only the line itself', () => {
    const text =
      'actors:\n  - { name: A, kind: human }\n  - { name: B, kind: person, state: Mars }\nreject: [C, 7, D]\n';
    const { authority } = parseAuthority('authority.yaml', text);
    assert.deepEqual(
      authority.actors.map(({ name, state }) => [name, state]),
      [['B', undefined]],
    );
    assert.deepEqual(authority.reject, ['C', 'D']);
  });

  it('is told in German too, with what it names', () => {
    const [problem] = parseAuthority('authority.yaml', 'same: [[A, B]]\nnotSame: [[A, B]]\n').problems;
    assert.ok(problem);
    assert.equal(printProblem(problem, 'en'), '“A” and “B” are both “same” and “notSame”; “same” counts.');
    assert.match(printProblem(problem, 'de'), /„A“ und „B“/);
  });

  it('has a German sentence for everything', () => {
    for (const code of Object.keys(AUTHORITY_FAULTS) as AuthorityFault[]) {
      const details = ['eins', 'zwei'];
      const { message } = makeFault('a', { start: 0, end: 1 }, code, details);
      const german = printProblem({ path: 'a', severity: 'warning', code, message, details }, 'de');
      assert.notEqual(german, message, code);
    }
    const broken = parseAuthority('a', 'a: 1\na: 2\n').problems.find(({ code }) => code === 'yaml');
    assert.ok(broken);
    assert.notEqual(printProblem(broken, 'de'), broken.message);
  });

  it('is cut where it is too much, and hostile files are read in time', () => {
    const many = `reject:\n${'  - 7\n'.repeat(5000)}`;
    assert.equal(parseAuthority('a', many).problems.length, 101);
    const bomb = `a: &a [${'x,'.repeat(50)}]\nb: &b [${'*a,'.repeat(50)}]\nactors: [${'*b,'.repeat(50)}]\n`;
    for (const text of [bomb, '{'.repeat(10_000), 'x: '.repeat(100_000), 'a\n'.repeat(5_000_000)])
      assert.ok(parseAuthority('a', text).problems.length > 0);
  });
});
