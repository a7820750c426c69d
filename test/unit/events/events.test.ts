import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { printTimeInterval } from '../../../server/src/core/events/timeInterval.js';
import type { Event } from '../../../server/src/core/facts.js';
import { readMarkedNames } from '../../support/castOfActors.js';
import { listMarkedEvents } from '../../support/markedEvents.js';

// Rows: a text, then its events as `TYPE status date @place: doers > others`, those who act together joined by `+`. What is not
// known is left out; `-` means no event. The article is of Thursday, 13 January 2022.

const GERMAN: readonly (readonly [text: string, events: string])[] = [
  // meetings, talks, visits
  [
    '[Sherman] und [Rjabkow] haben am Montag in [Genf] verhandelt.',
    'CONSULT happened 2022-01-10 @Genf: Sherman+Rjabkow',
  ],
  ['[Blinken] traf am Freitag in [Genf] mit [Lawrow] zusammen.', 'CONSULT happened 2022-01-07 @Genf: Blinken+Lawrow'],
  ['Das Treffen zwischen [Putin] und [Biden] dauerte vier Stunden.', 'CONSULT happened: Putin+Biden'],
  ['[Putins] Treffen mit [Xi] in [Peking] war kurz.', 'CONSULT happened @Peking: Putin+Xi'],
  ['Die [russisch]-[chinesischen] Gespräche endeten gestern.', 'CONSULT happened 2022-01-12: Russland+China'],
  ['Nach Gesprächen mit den [USA] und der [Nato] zog [Moskau!] Bilanz.', 'CONSULT happened: USA+Nato+Russland'],
  ['Am Mittwoch beriet in [Wien] die [OSZE].', 'CONSULT happened 2022-01-12 @Wien: OSZE'],
  ['Am Freitag berät in [Wien] die [OSZE].', 'CONSULT planned 2022-01-14 @Wien: OSZE'],
  [
    'Für den 20. Januar sind Beratungen im Rahmen der [OSZE] in [Wien] angesetzt.',
    'CONSULT planned 2022-01-20 @Wien: OSZE',
  ],
  [
    '[Macron] will nächste Woche nach [Moskau] reisen.',
    'CONSULT planned 2022-01-17/2022-01-23 @Moskau: Macron > Russland',
  ],
  [
    'Der [Japan]-Besuch des [russischen] Präsidenten [Wladimir Putin] war kurz.',
    'CONSULT happened @Japan: Putin > Japan',
  ],
  ['In einem Telefonat Anfang Januar sprachen [Xi] und [Putin] über Gas.', 'CONSULT happened 2022-01: Xi+Putin'],
  [
    '[Lawrow], der am Dienstag getrennte Gespräche mit [Xi] geführt hatte, schwieg.',
    'CONSULT happened 2022-01-11: Lawrow+Xi',
  ],
  [
    'Er erinnert sich an den 10. Januar, als [Sherman] und [Rjabkow] zusammensaßen.',
    'CONSULT happened 2022-01-10: Sherman+Rjabkow',
  ],
  [
    '[Putin] kam pünktlich. Am Dienstag empfing er [Macron] in [Moskau].',
    'CONSULT happened 2022-01-11 @Moskau: Putin+Macron',
  ],
  // what befalls people needs nobody of name, but a time or place
  ['Am Dienstag bebte in [Wien] bei einem Erdbeben der Boden.', 'OTHER happened 2022-01-11 @Wien'],
  ['Bei einem Erdbeben in [Wien] kamen am Dienstag vier Menschen ums Leben.', 'OTHER happened 2022-01-11 @Wien'],
  ['Erdbeben kommen vor.', '-'],
  ['Tausende demonstrierten am Dienstag in [Wien].', 'PROTEST happened 2022-01-11 @Wien'],
  // senses by the words of the clause
  ['[Lawrow] wurde am Dienstag zu drei Jahren Haft verurteilt.', 'COERCE happened 2022-01-11: > Lawrow'],
  ['[Lawrow] trat gestern zurück.', 'RETREAT happened 2022-01-12: Lawrow'],
  ['[Putin] hat am Dienstag die Stichwahl gewonnen.', 'OTHER happened 2022-01-11: Putin'],
  ['[Putin] hat am Dienstag den Pokal gewonnen.', '-'],
  // agreements, demands, refusals, threats
  ['[Russland] und [China] unterzeichneten am Dienstag ein Abkommen.', 'AGREE happened 2022-01-11: Russland+China'],
  ['[Moskau!] und [Peking!] einigten sich auf einen Preis.', 'AGREE happened: Russland+China'],
  ['[Putin] und [Xi] haben die [Nato] aufgefordert, nicht zu wachsen.', 'REQUEST happened: Putin, Xi > Nato'],
  ['[Moskau!] rief die [Nato] gestern zum Verzicht auf.', 'REQUEST happened 2022-01-12: Russland > Nato'],
  ['Die [Nato] wurde von [Russland] aufgefordert, zu antworten.', 'REQUEST happened: Russland > Nato'],
  [
    '[Blinken] wies die [russische] Forderung zurück.',
    'REJECT happened: Blinken > Russland; REQUEST happened: Russland',
  ],
  [
    '[Lawrow] kritisierte die Aufstellung [amerikanischer] Raketen.',
    'ACCUSE happened: Lawrow > USA; MOBILIZE happened: USA',
  ],
  [
    '[Biden] drohte [Russland] mit Sanktionen.',
    'THREATEN happened: Biden > Russland; SANCTION hypothetical: Biden > Russland',
  ],
  ['Die [USA] verhängten am Montag Sanktionen gegen [Russland].', 'SANCTION happened 2022-01-10: USA > Russland'],
  // force
  ['[Russland] griff am Montag die [Ukraine] an.', 'ASSAULT happened 2022-01-10: Russland > Ukraine'],
  ['Die Invasion der [Ukraine] begann vor einem Jahr.', 'ASSAULT happened 2021 @Ukraine: > Ukraine'],
  [
    '[Nordkorea] führte in der vergangenen Woche Raketentests durch.',
    'MOBILIZE happened 2022-01-03/2022-01-09: Nordkorea',
  ],
  ['[Chinas] gemeinsame Militärübungen mit [Russland] verärgern [Japan].', 'COOPERATE happened: China+Russland'],
  [
    'Die Stationierung der [russischen] Truppen auf den [Kurilen] kam überraschend.',
    'MOBILIZE happened @Kurilen: Russland',
  ],
  // planned and possible
  ['[Putin] wartet auf einen Besuch von [Xi] in [Russland].', 'CONSULT planned @Russland: Xi > Russland'],
  [
    'Ein möglicher Angriff [Russlands] auf die [Ukraine] beunruhigt viele.',
    'ASSAULT hypothetical @Ukraine: Russland > Ukraine',
  ],
  [
    'Falls [Russland] in die [Ukraine] einmarschiert, wird es teuer.',
    'ASSAULT hypothetical @Ukraine: Russland > Ukraine',
  ],
  [
    '[Blinken] warnte [China] davor, [Russland] Waffen zu liefern.',
    'THREATEN happened: Blinken > China; AID hypothetical: China > Russland',
  ],
  [
    '[Lawrow] könnte dies bei seinem Besuch in [Peking] im Juli vorbereitet haben.',
    'CONSULT happened 2021-07 @Peking: Lawrow > China',
  ],
  // one event in several places
  [
    '[Putin] und [Xi] trafen sich am Dienstag in [Peking]. Das Treffen dauerte zwei Stunden. Bei den Gesprächen ging es um Gas.',
    'CONSULT happened 2022-01-11 @Peking: Putin+Xi',
  ],
  [
    '[Sherman] und [Rjabkow] sprachen am Montag miteinander. [Blinken] und [Lawrow] sprechen am Freitag miteinander.',
    'CONSULT happened 2022-01-10: Sherman+Rjabkow; CONSULT planned 2022-01-14: Blinken+Lawrow',
  ],
  [
    '[Putin] und [Biden] trafen sich am Montag. Die beiden trafen sich zuletzt im Juni 2021 in [Genf].',
    'CONSULT happened 2022-01-10: Putin+Biden; CONSULT happened 2021-06 @Genf: Putin+Biden',
  ],
  // near misses
  ['[Putin] hat am Montag eine Entscheidung getroffen.', '-'],
  ['[Lawrow] brachte einen neuen Ort ins Gespräch.', '-'],
  ['[Putin] und [Biden] trafen sich am Montag nicht.', '-'],
  ['Ein Treffen gab es nicht, und kein Besuch ist geplant.', '-'],
  ['Die Mentalität des Kalten Krieges lebt in [Moskau] fort.', '-'],
  ['Gespräche sind besser als Kriege, sagt man.', '-'],
  ['Die Preise in [Russland] steigen, die Kreise um [Putin] schweigen.', '-'],
  ['Das trifft auf [Russland] zu.', '-'],
  ['Verhandlungen müsse man üben, forderte [Hrasny].', '-'],
  ['[Lawrow] räumte Unterschiede ein.', '-'],
];

const ENGLISH: readonly (readonly [text: string, events: string])[] = [
  ['[Blinken] and [Lavrov] met in [Geneva] on Friday.', 'CONSULT happened 2022-01-07 @Genf: Blinken+Lawrow'],
  ['[Sherman] held talks with [Ryabkov] on Monday.', 'CONSULT happened 2022-01-10: Sherman+Rjabkow'],
  ['[Macron] will travel to [Moscow] next week.', 'CONSULT planned 2022-01-17/2022-01-23 @Moskau: Macron > Russland'],
  ['The [OSCE] meets in [Vienna] on Friday.', 'CONSULT planned 2022-01-14 @Wien: OSZE'],
  [
    'GENEVA — [Blinken], who visited [Moscow] in December, was silent.',
    'CONSULT happened 2021-12 @Moskau: Blinken > Russland',
  ],
  ['[Vladimir Putin] signed a treaty with [Xi] on Tuesday.', 'AGREE happened 2022-01-11: Putin+Xi'],
  ['[Russia] called on [NATO] to answer.', 'REQUEST happened: Russland > Nato'],
  ['[NATO] was urged by [Russia] to answer.', 'REQUEST happened: Russland > Nato'],
  [
    '[Lavrov] criticised the deployment of [American] missiles.',
    'ACCUSE happened: Lawrow > USA; MOBILIZE happened: USA',
  ],
  ['[America] imposed sanctions on [Russia] on Monday.', 'SANCTION happened 2022-01-10: USA > Russland'],
  ['[North Korea] tested missiles last week.', 'MOBILIZE happened 2022-01-03/2022-01-09: Nordkorea'],
  ['[Biden] said that an invasion of [Ukraine] would be costly.', 'ASSAULT hypothetical @Ukraine: > Ukraine'],
  ['[Blinken] did not meet [Lavrov] on Friday.', '-'],
  ['The proposal met the demands of many.', '-'],
  ['Her host in [Moscow] was polite.', '-'],
];

describe('events', () => {
  for (const [language, table] of [
    ['de', GERMAN],
    ['en', ENGLISH],
  ] as const) {
    for (const [marked, expected] of table) {
      it(`${language}: ${marked}`, () => {
        assert.equal(listMarkedEvents(marked, { language }).map(printEvent).join('; ') || '-', expected);
      });
    }
  }

  it('points at every place that names an event, with the whole compound', () => {
    const [event] = listMarkedEvents(
      'Zum 2+2-Treffen [Russlands] und [Japans] am Montag kamen vier. Das Treffen war kurz.',
    );
    assert.deepEqual(
      event?.triggers.map(({ text }) => text),
      ['2+2-Treffen', 'Treffen'],
    );
  });

  it('labels an event as a writer would', () => {
    const labels = [
      'Die Minister [Russlands] und [Japans] haben am Montag in [Genf] Verhandlungen im 2+2-Format abgehalten.',
      'In [Wien] trafen sich [Putin] und [Xi] am 9. und 10. Januar zu Sicherheitsgesprächen.',
      '[Russland] hat die [Nato] im Dezember aufgefordert, zu antworten.',
    ].map((marked) => listMarkedEvents(marked)[0]?.label);
    assert.deepEqual(labels, [
      '2+2-Verhandlungen Russland–Japan, Genf, 10. Januar 2022',
      'Sicherheitsgespräche Putin–Xi, Wien, 9.–10. Januar 2022',
      'Aufforderung Russland an Nato, Dezember 2021',
    ]);
  });

  it('gives an undated weekday the month of an article that knows no day', () => {
    const [event] = listMarkedEvents('[Putin] traf [Xi] am Mittwoch in [Peking].', { date: '2023-09' });
    assert.equal(event?.date && printTimeInterval(event.date), '2023-09');
  });

  it('keeps every trigger inside the text, whatever the text', () => {
    const words = fc.constantFrom(
      '[Putin]',
      '[Xi]',
      'traf',
      'Treffen',
      'mit',
      'am',
      'Montag',
      ',',
      '.',
      '„',
      '-',
      'und',
      'nicht',
      'auf',
      'rief',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), fc.boolean(), (parts, isGerman) => {
        const marked = parts
          .map((part) => (/^\[(?:Putin|Xi)\]$/.test(part) ? part : part.replaceAll(/[[\]]/g, '')))
          .join(' ');
        const { text } = readMarkedNames(marked);
        for (const { triggers } of listMarkedEvents(marked, { language: isGerman ? 'de' : 'en' }))
          for (const { start, end, text: surface } of triggers) assert.equal(text.slice(start, end), surface);
      }),
    );
  });

  it('knows no events of other languages', () => {
    assert.deepEqual(listMarkedEvents('[Putin] et [Xi] se sont rencontrés.', { language: 'other' }), []);
  });
});

function printEvent({ type, status, date, place, participants }: Event): string {
  const name = (role: string): readonly string[] =>
    participants.filter((own) => own.role === role).map(({ actor }) => NAMES.get(actor) ?? actor);
  const who = [name('party').join('+') + name('source').join(', '), name('target').join(', ')].filter(
    (_, i) => i === 0 || name('target').length > 0,
  );
  const head = [type, status, date && printTimeInterval(date), place && `@${place.name}`]
    .filter((part) => part !== undefined)
    .join(' ');
  return participants.length === 0 ? head : `${head}: ${who.join(' > ').trim()}`;
}

const NAMES: ReadonlyMap<string, string> = new Map(
  readMarkedNames(
    '[Putin][Lawrow][Rjabkow][Xi][Biden][Blinken][Sherman][Macron][Hrasny][Russland][USA][China][Japan][Ukraine][Nordkorea][Nato][OSZE]',
  ).actors.map(({ id, name }) => [id, name]),
);
