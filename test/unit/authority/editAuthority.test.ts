import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { DecidedActor, Decision } from '../../../server/src/core/authority/decision.js';
import { editAuthority } from '../../../server/src/formats/authority/editAuthority.js';
import { parseAuthority } from '../../../server/src/formats/authority/parseAuthority.js';

const SAMPLE = readFileSync('corpus/authority.yaml', 'utf8');
const LAVROV: DecidedActor = { name: 'Sergej Lawrow', kind: 'person', state: 'RU' };
const MUELLER: DecidedActor = { name: 'Jakob Müller', kind: 'person' };
const INSTITUTE: DecidedActor = { name: 'Elbe-Institut für Sicherheitsfragen', kind: 'organization' };

function apply(text: string, decision: Decision): string {
  const edit = editAuthority(text, decision);
  assert.ok('span' in edit, JSON.stringify(edit));
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

/** The lines that a decision takes away (−) and adds (+). */
function diff(text: string, decision: Decision): readonly string[] {
  const [before, after] = [text, apply(text, decision)].map((each) => each.split('\n'));
  const gone = listMissing(before ?? [], after ?? []).map((line) => `-${line}`);
  const added = listMissing(after ?? [], before ?? []).map((line) => `+${line}`);
  return [...gone, ...added];
}

function listMissing(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

describe('a decision as an edit of the authority file', () => {
  it('rejects a name in one line', () => {
    assert.deepEqual(diff(SAMPLE, { kind: 'reject', name: 'Fischer' }), ['+  - Fischer']);
    assert.match(apply(SAMPLE, { kind: 'reject', name: 'Fischer' }), /Ledger Briefing\n {2}- Fischer\n\n# One and/);
  });

  it('merges two actors in one line, the first one kept', () => {
    const [a, b] = [INSTITUTE, { name: 'Elbe Institute', kind: 'organization' }] as const;
    assert.deepEqual(diff(SAMPLE, { kind: 'merge', actors: [a, b] }), [
      '+  - [Elbe-Institut für Sicherheitsfragen, Elbe Institute]',
    ]);
  });

  it('joins groups that hold one of the merged, and takes back what parted them', () => {
    const text = 'same:\n  - [A, B] # once\n  - [C, D]\nnotSame:\n  - [A, C]\n  - [A, E]\n';
    const [a, c] = ['A', 'C'].map((name): DecidedActor => ({ name, kind: 'person' })) as [DecidedActor, DecidedActor];
    assert.equal(apply(text, { kind: 'merge', actors: [a, c] }), 'same:\n  - [A, C, B, D]\nnotSame:\n  - [A, E]\n');
  });

  it('merges actors of two kinds under the kind of the first', () => {
    const actors: readonly DecidedActor[] = [
      { name: 'Hisbollah', kind: 'group' },
      { name: 'Partei Gottes', kind: 'organization' },
    ];
    const { authority } = parseAuthority('', apply('', { kind: 'merge', actors }));
    assert.deepEqual(authority.same, [['Hisbollah', 'Partei Gottes']]);
    assert.equal(authority.actors[0]?.kind, 'group');
  });

  it('splits what a line or an alias had joined', () => {
    const text =
      'actors:\n  - name: A A\n    kind: person\n    aliases:\n      - B B\n      - A. A.\nsame:\n  - [A A, B B, C]\n';
    const actors = [
      { name: 'A A', kind: 'person' },
      { name: 'B B', kind: 'person' },
    ] as const;
    const { authority } = parseAuthority('', apply(text, { kind: 'split', actors }));
    assert.deepEqual(authority.actors[0]?.aliases, ['A. A.']);
    assert.deepEqual(authority.same, [['A A', 'C']]);
    assert.deepEqual(authority.notSame, [['A A', 'B B']]);
  });

  it('adds an alias to the entry, or makes one', () => {
    assert.deepEqual(diff(SAMPLE, { kind: 'alias', actor: LAVROV, alias: 'Sergueï Lavrov' }), [
      '+      - Sergueï Lavrov',
    ]);
    assert.deepEqual(diff(SAMPLE, { kind: 'alias', actor: MUELLER, alias: 'J. Müller' }), [
      '+      - J. Müller',
      '+    aliases:',
    ]);
    assert.equal(
      apply('', { kind: 'alias', actor: LAVROV, alias: 'Lawrow' }),
      'actors:\n  - name: Sergej Lawrow\n    kind: person\n    state: RU\n    aliases:\n      - Lawrow\n',
    );
  });

  it('sets kind, note and spelling in place', () => {
    assert.deepEqual(diff(SAMPLE, { kind: 'kind', actor: INSTITUTE, to: 'group' }), [
      '-    kind: organization',
      '+    kind: group',
    ]);
    assert.deepEqual(diff(SAMPLE, { kind: 'note', actor: MUELLER, note: 'Siehe: Band 2 # 3' }), [
      '-    note: Der Pazifikforscher, nicht der Bürgermeister.',
      '+    note: "Siehe: Band 2 # 3"',
    ]);
    assert.deepEqual(diff(SAMPLE, { kind: 'spelling', to: 'en', actor: LAVROV }), ['+    houseSpelling: en']);
    assert.deepEqual(diff(SAMPLE, { kind: 'spelling', to: 'en' }), ['+houseSpelling: en', '+']);
  });

  it('renames everywhere in the file; the old name stays an alias', () => {
    const actor: DecidedActor = { name: 'Kim Jong-un', kind: 'person' };
    assert.deepEqual(diff(SAMPLE, { kind: 'rename', actor, to: 'Kim Jong Un' }), [
      '-  - name: Kim Jong-un',
      '-      - Kim Jong Un',
      '-  - [Kim Jong-un, Kim Jong-il]',
      '-  - [Kim Jong-un, Kim Yo-jong]',
      '+  - name: Kim Jong Un',
      '+      - Kim Jong-un',
      '+  - [Kim Jong Un, Kim Jong-il]',
      '+  - [Kim Jong Un, Kim Yo-jong]',
    ]);
  });

  it('pins a mention in one line, and replaces what was said of it before', () => {
    const mention = { path: 'articles/a.txt', before: 'sagte ', quote: 'Müller', after: ', der' };
    const pinned = apply(SAMPLE, { kind: 'pin', mention, actor: MUELLER, replaces: [] });
    const [pin] = parseAuthority('', pinned).authority.pins;
    assert.ok(pin);
    assert.deepEqual(pin, { ...mention, actor: 'Jakob Müller' });
    assert.ok(
      pinned.endsWith(
        '\npins:\n  - { in: articles/a.txt, before: "sagte ", quote: Müller, after: ", der", is: Jakob Müller }\n',
      ),
    );
    const again = apply(pinned, { kind: 'pin', mention, replaces: [pin] });
    assert.deepEqual(
      parseAuthority('', again).authority.pins.map(({ actor }) => actor),
      ['nobody'],
    );
  });

  it('writes into empty sections, brackets and other line ends as it finds them', () => {
    const reject: Decision = { kind: 'reject', name: 'X' };
    const CASES = [
      ['', 'reject:\n  - X\n'],
      ['# ours\n', '# ours\n\nreject:\n  - X\n'],
      ['reject:\nsame: []\n', 'reject:\n  - X\nsame: []\n'],
      ['reject: [] # none\nsame: []\n', 'reject:  # none\n  - X\nsame: []\n'],
      ['reject: [A, "B"]\n', 'reject: [A, "B", X]\n'],
      ['reject:\n- A # why\n# end\n', 'reject:\n- A # why\n- X\n# end\n'],
      ['reject:\r\n    - A\r\n', 'reject:\r\n    - A\r\n    - X\r\n'],
      ['same: []', 'same: []\n\nreject:\n  - X\n'],
      ['reject:\n  - A', 'reject:\n  - A\n  - X\n'],
    ] as const;
    for (const [text, expected] of CASES) assert.equal(apply(text, reject), expected, JSON.stringify(text));
  });

  it('says so when there is nothing to do, and leaves alone what it cannot read', () => {
    assert.deepEqual(editAuthority(SAMPLE, { kind: 'reject', name: 'Kaffeehaus' }), { refused: 'done' });
    for (const text of ['actors: [', '{}', '[a]', 'a: 1\na: 2\n', 'reject: X\n', 'reject:\n  - A\n...\n---\nb: 1\n'])
      assert.deepEqual(editAuthority(text, { kind: 'reject', name: 'X' }), { refused: 'broken' }, text);
  });

  it('keeps every other line to the byte, whatever names are', function () {
    this.timeout(20_000);
    const name = fc.oneof(
      fc.constantFrom(
        'Sergej Lawrow',
        'Kaffeehaus',
        'Jakob Müller',
        'Fenghe-Kolleg',
        'Kim Jong-un',
        'a: b',
        '- x',
        '"q"',
        '#1',
        '~',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== ''),
    );
    const actor = fc.record({ name, kind: fc.constantFrom('person' as const, 'organization' as const) });
    const mention = fc.record({ path: name, before: fc.string(), quote: name, after: fc.string() });
    const decision: fc.Arbitrary<Decision> = fc.oneof(
      fc.record({ kind: fc.constant('reject' as const), name }),
      fc.record({ kind: fc.constant('alias' as const), actor, alias: name }),
      fc.record({ kind: fc.constant('note' as const), actor, note: name }),
      fc.record({ kind: fc.constant('rename' as const), actor, to: name }),
      fc.record({ kind: fc.constant('merge' as const), actors: fc.tuple(actor, actor) }),
      fc.record({ kind: fc.constant('split' as const), actors: fc.tuple(actor, actor) }),
      fc.record({ kind: fc.constant('pin' as const), mention, actor, replaces: fc.constant([]) }),
    );
    fc.assert(
      fc.property(fc.array(decision, { minLength: 1, maxLength: 6 }), (decisions) => {
        let text = SAMPLE;
        for (const each of decisions) {
          const edit = editAuthority(text, each);
          if ('refused' in edit) continue;
          const next = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
          const lines = new Set(next.split('\n'));
          const gone = text.split('\n').filter((line) => !lines.has(line));
          // Only lines that name what the decision is about may go.
          const words = JSON.stringify(each);
          for (const line of gone) assert.ok(isAbout(line, words), `${line} went for ${words}`);
          assert.deepEqual(
            parseAuthority('', next).problems.filter(({ severity }) => severity === 'error'),
            [],
          );
          text = next;
        }
        assert.deepEqual(
          text.split('\n').filter((line) => /^\s*#/.test(line)),
          SAMPLE.split('\n').filter((line) => /^\s*#/.test(line)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('takes no longer the larger the file is than it takes to read it', () => {
    const big = `reject:\n${'  - Name\n'.repeat(5000)}`.replace(/Name/g, (_, i: number) => `Name${String(i)}`);
    assert.match(apply(big, { kind: 'reject', name: 'X' }), /\n {2}- X\n$/);
    assert.deepEqual(editAuthority('x'.repeat(10_000_000), { kind: 'reject', name: 'X' }), { refused: 'broken' });
  });
});

/** Whether a line that has gone holds a word of the decision, or a field that it sets. */
function isAbout(line: string, decision: string): boolean {
  const texts = [line.trim().replace(/^- /, ''), ...line.split(/[[\]{},:]/)].map((text) =>
    text.trim().replace(/^"|"$/g, ''),
  );
  const isField = /^\s+(?:note|kind|aliases|- name):/.test(line);
  return isField || texts.some((text) => text.length > 0 && decision.toLowerCase().includes(text.toLowerCase()));
}
