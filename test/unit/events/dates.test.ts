import { strict as assert } from 'node:assert';
import { type DateContext, findDates } from '../../../server/src/core/events/findDates.js';
import { printTimeInterval } from '../../../server/src/core/events/timeInterval.js';
import type { DateMention } from '../../../server/src/core/facts.js';
import { listPlaced } from '../../../server/src/core/text/prose.js';
import type { Span } from '../../../server/src/core/text/span.js';
import { readParagraphs } from '../../support/paragraphs.js';

// Every row is a sentence in which each date expression is marked with what it means: `[expression = value]`, `?` where
// text and reference do not fix it. A row without marks must give no date.

const THURSDAY = '2022-01-13';

const GERMAN: Readonly<Record<string, readonly string[]>> = {
  [THURSDAY]: [
    // absolute
    'Der Vertrag wurde am [13. Januar 2022 = 2022-01-13] unterzeichnet.',
    'Stand: [08.04.2010 = 2010-04-08], Prag.',
    'Die Note vom [3. Okt. 2021 = 2021-10-03] blieb ohne Antwort.',
    'Das Protokoll trägt das Datum [2021-12-17 = 2021-12-17].',
    'Seit [Januar 2020 = 2020-01] ist die Grenze zu.',
    'Zuletzt tagte der Rat [Ende April 2019 = 2019-04] in Brüssel.',
    '[Mitte Dezember = 2021-12] legte Moskau zwei Entwürfe vor.',
    'In einem Telefonat [Anfang Januar = 2022-01] ging es um Gas.',
    'Die Hotline ging im [Frühjahr 2023 = 2023-03-01/2023-05-31] in Betrieb.',
    'Im [Winter 2021/22 = 2021-12-01/2022-02-28] war der Hafen zugefroren.',
    'Im [Jahr 2014 = 2014] änderte sich alles.',
    'Der Streit schwelt seit [1991 = 1991].',
    'Bush kündigte [Ende 2001 = 2001] den Rückzug an.',
    '[2008 = 2008] reiste er zum ersten Mal nach Tiflis.',
    'In den [1990er Jahren = 1990-01-01/1999-12-31] galt das als undenkbar.',
    'Die Anlage stammt aus den [80er-Jahren = 1980-01-01/1989-12-31].',
    // absolute without a year: the past, unless a word or nearness says otherwise
    'Am [16. Juni = 2021-06-16] trafen sich beide in Genf.',
    'Für den [13. Januar = 2022-01-13] sind Beratungen angesetzt.',
    'Die Wahl findet am [20. März = 2022-03-20] statt.',
    'Das Gericht entscheidet bis zum [1. Oktober = 2022-10-01].',
    'Am [20. Januar = 2022-01-20] jährt sich die Rede.',
    'Im [Juli = 2021-07] war er in Pjöngjang gewesen.',
    'Im [Dezember = 2021-12] kam der Anruf.',
    'Im [März = 2022-03] soll gewählt werden.',
    'Im [Februar vergangenen Jahres = 2021-02] fiel das Urteil.',
    'Am [16. Juni dieses Jahres = 2022-06-16] läuft die Frist ab.',
    'Ende [Sommer 2021 = 2021-06-01/2021-08-31] zogen die Truppen ab.',
    'Im [Herbst = 2021-09-01/2021-11-30] hatte der Senat abgelehnt.',
    // relative
    '[Gestern = 2022-01-12] tagte der Rat in Brüssel.',
    '[Gestern, am Mittwoch = 2022-01-12], tagte der Rat in Brüssel.',
    'Er sprach [gestern Abend = 2022-01-12] mit Kiew.',
    '[Heute = 2022-01-13] berät die OSZE.',
    'Der Minister will [morgen = 2022-01-14] nach Wien fliegen.',
    'Die Delegationen sprachen am [Montag = 2022-01-10] in Genf.',
    'Am [Donnerstag = 2022-01-13] trat der Ständige Rat zusammen.',
    'Schon am [Sonntagabend = 2022-01-09] hatten beide zusammen gegessen.',
    'Am [Freitag = 2022-01-14] will Macron nach Kiew reisen.',
    'Am [Freitag = 2022-01-14] kommt in Berlin der Ausschuss zusammen.',
    'Am [Freitag = 2022-01-14] (21 Uhr) tritt der Ausschuss zusammen.',
    'Das Ergebnis würde am [Samstag = 2022-01-15] feststehen.',
    'Ein Gespräch ist für [Samstag = 2022-01-15] vorgesehen.',
    'Am [vergangenen Donnerstag = 2022-01-06] hatte er noch gezögert.',
    'Das Treffen beginnt [kommenden Mittwoch = 2022-01-19].',
    'Er hatte am [Mittwoch vergangener Woche = 2022-01-05] abgesagt.',
    'Am [Wochenende = 2022-01-08/2022-01-09] traf er Wang in München.',
    'Am [vergangenen Wochenende = 2022-01-08/2022-01-09] tagte eine Konferenz.',
    'In [dieser Woche = 2022-01-10/2022-01-16] wurden Dokumente bekannt.',
    'Sie treffen sich [nächste Woche = 2022-01-17/2022-01-23] erneut.',
    'Im [vergangenen Jahr = 2021] führten beide Übungen durch.',
    'Im [vorigen Sommer = 2021-06-01/2021-08-31] war halb Genf gesperrt.',
    'Das war im [Vorjahr = 2021] noch anders.',
    'Der Gipfel ist für [Anfang kommender Woche = 2022-01-17/2022-01-23] geplant.',
    'Noch vor dem [Ende des Monats = 2022-01] fällt die Entscheidung.',
    '[Vor zwei Wochen = 2021-12-27/2022-01-02] hatte Nordkorea Raketen abgefeuert.',
    '[Vor drei Tagen = 2022-01-10] begann die Runde in Genf.',
    '[Vor genau zwanzig Jahren = 2002] sahen sie sich in Ljubljana.',
    'Die Antwort soll [in zehn Tagen = 2022-01-23] vorliegen.',
    'In den [letzten zwei Wochen = 2021-12-30/2022-01-13] fielen drei Schüsse.',
    // vague: a date, but never a forced one
    'Xi will in den [kommenden Monaten = ?] nach Moskau reisen.',
    '[Vor einigen Wochen = ?] schloss das Büro.',
    'In den [vergangenen Tagen = ?] häuften sich Warnungen.',
    // counted from the date before
    'Am [10. Januar = 2022-01-10] tagten sie; [zwei Tage zuvor = 2022-01-08] hatten sie telefoniert.',
    'Er kam am [Montag = 2022-01-10] an, [tags darauf = 2022-01-11] empfing ihn der Präsident.',
    'Sie verhandelten am [10. Januar = 2022-01-10], und am [21. = 2022-01-21] kamen die Minister.',
    // counted from an event: says when that event was, where the sentence has a date
    'Sie trafen sich im [April 2019 = 2019-04], [zwei Monate nach = 2019-02] dem Fehlschlag.',
    '[Wenige Wochen vor = ?] der Wahl trat er zurück.',
    'Am [11. Januar, einem Dienstag = 2022-01-11], blieb der Saal leer.',
    'In [diesem Winter = 2021-12-01/2022-02-28] friert der Dialog.',
    // ranges
    'Beide berieten am [Sonntag und Montag = 2022-01-09/2022-01-10] in Genf.',
    'Sie tagten vom [9. bis 10. Januar = 2022-01-09/2022-01-10] am See.',
    'Das Manöver läuft vom [28. Dezember 2021 bis zum 3. Januar = 2021-12-28/2022-01-03].',
    'Von [Montag bis Mittwoch = 2022-01-10/2022-01-12] war Xi in Moskau.',
    'Zwischen [2014 und 2020 = 2014-01-01/2020-12-31] ruhte der Dialog.',
    'Im [November und Dezember = 2021-11-01/2021-12-31] wurde verhandelt.',
    'Am [Montag = 2022-01-10] und am [Freitag = 2022-01-07] fielen Entscheidungen.',
    // near misses
    'Er zahlte 2000 Dollar und 2010 Euro.',
    'Am 3. Verhandlungstag ging es um Artikel 5.',
    'Der Handel soll auf 200 Milliarden wachsen.',
    'Die Beziehungen waren nicht so schlecht wie heute.',
    'Der 19. Parteitag und die 2. Kammer stimmten zu.',
    'Sie redeten zwei Wochen lang und drei Jahre nicht mehr.',
    'Die Genossen heißen Jan und Anfang, sagte sie.',
    'Er tagte am [Montag = 2022-01-10]. Die Frist endet stets am 10. und nie später.',
    'Die Reise fällt in eine Woche voller Zeichen.',
    'Der Morgen war kalt, 1600 Soldaten froren.',
  ],
  // Against a month, days of the week stay open, months do not.
  '2023-09': [
    'Kim traf Putin am [Mittwoch = ?] in Wostotschny.',
    'Schoigu war im [Juli = 2023-07] in Pjöngjang.',
    'Die Grenzen sind seit [Januar 2020 = 2020-01] geschlossen.',
    'Im [vergangenen Monat = 2023-08] tagten die drei in Camp David.',
    '[Gestern = ?] sprach der Kreml.',
    'Am [13. September = 2023-09-13] fuhr der Zug weiter.',
  ],
  '2022': ['Im [Juli = ?] tagte der Rat.', 'Im [vergangenen Jahr = 2021] war das anders.'],
  '': [
    'Am [Mittwoch = ?] traf er Wang.',
    'Im [Dezember = ?] kam der Anruf, nicht [2019 = 2019].',
    'Im [vergangenen Jahr = ?] auch.',
  ],
};

const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  [THURSDAY]: [
    'They signed it on [8 April 2010 = 2010-04-08] in Prague.',
    'The letter of [January 13, 2022 = 2022-01-13] was short.',
    'The note of [Oct. 3, 2021 = 2021-10-03] went unanswered.',
    'The border has been shut since [January 2020 = 2020-01].',
    'Moscow published the drafts in [mid-December = 2021-12].',
    'They first met in [late April 2019 = 2019-04].',
    'The two spoke on the [9th of January = 2022-01-09].',
    'Negotiators spent [Monday = 2022-01-10] in the mission.',
    'They had dined on [Sunday evening = 2022-01-09].',
    'The council meets in Brussels on [Friday = 2022-01-14].',
    'He will travel to Kyiv [next week = 2022-01-17/2022-01-23].',
    'Macron visited Moscow [last month = 2021-12].',
    'He met Putin in the same city [last June = 2021-06].',
    'Both sides agreed to resume talks in [March = 2022-03].',
    'Both sides agreed on a text in [December = 2021-12].',
    'Abe plans to travel to Moscow [this spring = 2022-03-01/2022-05-31].',
    'The format was shelved in [2014 = 2014].',
    'It was the worst crisis since the [1990s = 1990-01-01/1999-12-31].',
    'North Korea fired missiles [two weeks ago = 2021-12-27/2022-01-02].',
    'Talks were held from [9 to 10 January = 2022-01-09/2022-01-10].',
    'Talks were held on [January 9 and 10 = 2022-01-09/2022-01-10].',
    'Between [2014 and 2020 = 2014-01-01/2020-12-31] nothing moved.',
    'On [Monday = 2022-01-10] he flew in; the [following day = 2022-01-11] he left.',
    'An answer is expected in the [coming months = ?].',
    'On [Friday = 2022-01-14] it is the turn of Vienna.',
    'They met in [April 2019 = 2019-04], [two months after = 2019-02] the breakdown.',
    'The alliance may march on; it sold 2014 tanks and 30 planes.',
    'A spring broke, and the mayor will fall silent.',
  ],
};

describe('dates', () => {
  for (const [language, table] of [
    ['de', GERMAN],
    ['en', ENGLISH],
  ] as const) {
    for (const [reference, rows] of Object.entries(table)) {
      for (const row of rows) {
        it(`${language} ${reference || 'undated'}: ${row}`, () => {
          assert.equal(markDates(row.replaceAll(/\[([^\]]*?) = [^\]]*\]/g, '$1'), language, reference), row);
        });
      }
    }
  }

  it('says whether the text or the article’s date gives the day', () => {
    const text = 'Am 13. Januar 2022 und am Mittwoch.';
    const dates = findIn(text, { language: 'de', referenceDate: THURSDAY });
    assert.deepEqual(
      dates.map(({ certainty }) => certainty),
      ['stated', 'inferred'],
    );
  });

  it('counts „tags zuvor“ only from a date of the same paragraph', () => {
    const text = 'Am Montag kam er an.\n\nTags zuvor hatte er gezögert.';
    const body = [
      { start: 0, end: 20 },
      { start: 22, end: text.length },
    ];
    const dates = findIn(text, { language: 'de', referenceDate: THURSDAY }, body);
    assert.deepEqual(
      dates.map(({ value }) => value?.from),
      ['2022-01-10', undefined],
    );
  });
});

/** The text with every date expression marked as in the tables. */
function markDates(text: string, language: 'de' | 'en', reference: string): string {
  const dates = findIn(text, { language, ...(reference !== '' && { referenceDate: reference }) });
  return dates.reduceRight(
    (marked, { start, end, value }) =>
      `${marked.slice(0, start)}[${marked.slice(start, end)} = ${value ? printTimeInterval(value) : '?'}]${marked.slice(end)}`,
    text,
  );
}

function findIn(text: string, context: DateContext, body?: readonly Span[]): readonly DateMention[] {
  const paragraphs = readParagraphs(text, body);
  return listPlaced(
    paragraphs,
    paragraphs.map(({ paragraph }) => findDates(paragraph, context)),
  );
}
