import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAnnotated } from '../../../server/src/training/readAnnotated.js';

const HEADING = '== agency-1-001 | date 2023-05-04 | place Berlin | dev';

function readOne(...lines: readonly string[]) {
  const { texts, problems } = readAnnotated('de/agency-1.txt', [HEADING, ...lines].join('\n'));
  assert.ok(texts[0]);
  const [text] = texts;
  const show = ({ start, end }: { start: number; end: number }): string => text.text.slice(start, end);
  return { text, problems: problems.map(({ message }) => message), show };
}

describe('annotated sentences', () => {
  it('join sentences by a space and paragraphs by an empty line', () => {
    const { text, problems } = readOne('', '# a comment', 'Eins.', 'Zwei.', '', '', 'Drei.', '');
    assert.equal(text.text, 'Eins. Zwei.\n\nDrei.');
    assert.deepEqual(
      text.sentences.map(({ start, end }) => [start, end]),
      [
        [0, 5],
        [6, 11],
        [13, 18],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('read the heading', () => {
    const { text } = readOne('Eins.');
    assert.equal(text.id, 'agency-1-001');
    assert.equal(text.date, '2023-05-04');
    assert.equal(text.place, 'Berlin');
    assert.equal(text.isDev, true);
  });

  it('read names, adjectives, metonyms and nicknames', () => {
    const { text, problems, show } = readOne(
      'Im [Kreml]{O} lobte [Wiktor Hrynko]{P} die [ukrainische]{Ca=Ukraine} Führung.',
      '[Hrynkos]{P=Wiktor Hrynko} Kritik an [Prag]{Cm=Tschechien} und am [Bruder Hryn]{Pn=Wiktor Hrynko}.',
    );
    assert.deepEqual(
      text.mentions.map((mention) => [show(mention), mention.kind, mention.form, mention.actor]),
      [
        ['Kreml', 'organization', 'name', 'Kreml'],
        ['Wiktor Hrynko', 'person', 'name', 'Wiktor Hrynko'],
        ['ukrainische', 'country', 'adjective', 'Ukraine'],
        ['Hrynkos', 'person', 'name', 'Wiktor Hrynko'],
        ['Prag', 'country', 'metonym', 'Tschechien'],
        ['Bruder Hryn', 'person', 'nickname', 'Wiktor Hrynko'],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('read events with participants, date, place and status, and join tellings by their key', () => {
    const { text, problems, show } = readOne(
      'Der <[Polen]{C}-Besuch>{CONSULT Ukraine + Polen; 2023-05-03; Warschau; planned; #visit} der [Ukraine]{C}.',
      'Beim <Treffen>{CONSULT Hrynko; #visit; planned} sprach [Hrynko]{P}.',
      'Die [Ukraine]{C} <warnte>{THREATEN Ukraine > Polen; 2023-05-01/2023-05-03} vor Streit in [Warschau]{L}.',
      'Es gab einen <Angriff>{ASSAULT > Polen} und eine <Wahl>{OTHER}.',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      text.events.map((event) => [event.type, event.triggers.map(show), event.date, event.place, event.status]),
      [
        ['CONSULT', ['Polen-Besuch', 'Treffen'], '2023-05-03', 'Warschau', 'planned'],
        ['THREATEN', ['warnte'], '2023-05-01/2023-05-03', undefined, 'happened'],
        ['ASSAULT', ['Angriff'], undefined, undefined, 'happened'],
        ['OTHER', ['Wahl'], undefined, undefined, 'happened'],
      ],
    );
    assert.deepEqual(
      text.events.map(({ participants }) => participants.map(({ actor, role }) => `${role} ${actor}`)),
      [['party Ukraine', 'party Polen', 'party Hrynko'], ['source Ukraine', 'target Polen'], ['target Polen'], []],
    );
  });

  it('read quotations with their marks, joined where one runs over several sentences', () => {
    const { text, problems, show } = readOne(
      '(("Wir bleiben")){D=Wiktor Hrynko}, sagte [Wiktor Hrynko]{P}, (("auch (wie immer) morgen.")){D=Wiktor Hrynko}',
      'Er sagte, ((die [Ukraine]{C} <verhandle>{CONSULT Ukraine})){I=Wiktor Hrynko}.',
      '((„Das ist alles.)){D=?}',
      '((Mehr nicht.“)){D=?}',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      text.quotes.map((quote) => [quote.kind, quote.speaker, show(quote)]),
      [
        ['direct', 'Wiktor Hrynko', '"Wir bleiben"'],
        ['direct', 'Wiktor Hrynko', '"auch (wie immer) morgen."'],
        ['indirect', 'Wiktor Hrynko', 'die Ukraine verhandle'],
        ['direct', undefined, '„Das ist alles. Mehr nicht.“'],
      ],
    );
  });

  it('leave brackets and comparison to the marks, but round brackets to the text', () => {
    const { text, problems } = readOne('Ein Satz (mit Klammer) ((und so (eben))){I=?}.');
    assert.deepEqual(problems, []);
    assert.equal(text.text, 'Ein Satz (mit Klammer) und so (eben).');
  });

  it('report what is wrong, at its place, and keep the rest', () => {
    const file = `${HEADING}\nDie [Uno]{X} tagt mit [Prag]{O}.\n`;
    const { texts, problems } = readAnnotated('de/agency-1.txt', file);
    assert.equal(texts[0]?.text, 'Die Uno tagt mit Prag.');
    assert.equal(texts[0].mentions.length, 1);
    assert.deepEqual(
      problems.map(({ path, span, severity }) => [path, span && file.slice(span.start, span.end), severity]),
      [['de/agency-1.txt', 'X', 'error']],
    );
  });

  const faulty: readonly (readonly [string, RegExp])[] = [
    ['Die [Uno tagt.', /mention is not closed/],
    ['Die Uno]{O} tagt.', /none is open/],
    ['Die [Uno] tagt.', /stray \]/],
    ['Die [Uno <tagt]{O}>{OTHER}.', /event inside mention/],
    ['Die <[Uno>{OTHER} tagt]{O}.', /ends inside/],
    ['Die [ Uno]{O} tagt.', /spaces/],
    ['Die [polnische]{Ca} Seite.', /adjective without its actor/],
    ['Die <Wahl>{ELECT}.', /no type of event: ELECT/],
    ['Die <Wahl>{OTHER Polen}.', /names the participant Polen/],
    ['Die <Wahl>{OTHER; 2023-02-30}.', /no ISO date/],
    ['Die <Wahl>{OTHER; 2023; 2024}.', /second date/],
    ['Die <Wahl>{OTHER; Paris}.', /names the place Paris/],
    ['Die <Wahl>{OTHER A > B > C}.', /participants/],
    ['Er sagte ((das)){Q=?}.', /no label of a quotation/],
    ['Er sagte ((das)){I=Hrynko}.', /names the speaker Hrynko/],
    ['Er sagte ((das)){D=?}.', /begins with its mark/],
    ['Er sagte (("das)){D=?} und ging.', /ends with its mark/],
    [' Eins.', /spaces/],
    ['== agency-1 | dev', /a heading is/],
    ['== agency-1-002 | devel', /no field of a heading/],
  ];
  for (const [line, message] of faulty) {
    it(`find the fault in: ${line}`, () => {
      assert.match(readOne(line).problems.join('\n'), message);
    });
  }

  it('give spans inside the text for any input, and never throw', () => {
    const piece = fc.constantFrom(
      '((',
      '))',
      '[',
      ']',
      '<',
      '>',
      '{',
      '}',
      '{P}',
      '{OTHER}',
      '{D=?}',
      '"',
      ' ',
      '\n',
      '== ',
      'Uno',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { texts } = readAnnotated('x.txt', `${HEADING}\n${pieces.join('')}`);
        for (const { text, mentions, quotes, events, sentences } of texts) {
          const spans = [...mentions, ...quotes, ...sentences, ...events.flatMap(({ triggers }) => triggers)];
          assert.ok(spans.every(({ start, end }) => 0 <= start && start <= end && end <= text.length));
        }
      }),
    );
  });
});
