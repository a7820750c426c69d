import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseFurniture } from '../../../server/src/core/article/furniture.js';
import { readScrape } from '../../../server/src/core/article/scrape.js';

const TABLES = ['language/de/furniture.tsv', 'language/en/furniture.tsv', 'outlets.tsv'];
const { furniture } = parseFurniture(
  new Map(TABLES.map((path) => [path, readFileSync(`server/data/${path}`, 'utf8')])),
);

/** The body of a scrape, one line each: `T` title, `S` subhead, `P` paragraph. */
function readBody(page: string): { head: string; body: readonly string[] } {
  const { title, date, source, body } = readScrape({ text: page, contentStart: 0 }, furniture);
  const letters = { title: 'T', subhead: 'S', paragraph: 'P' } as const;
  return {
    head: [title, date, source].map((value) => value ?? '-').join(' | '),
    body: body.map(({ start, end, role }) => `${letters[role]} ${page.slice(start, end)}`),
  };
}

const FIRST = 'Die Unterhändler beider Seiten haben sich am Montag in der Residenz getroffen und lange gesprochen.';
const SECOND = 'Ein Ergebnis wurde nicht mitgeteilt, weitere Gespräche sind nach Angaben der Gastgeber geplant.';

describe('readScrape', () => {
  it('leaves header, caption, related headlines and tail out', () => {
    const page = `Kurier am Kai
Startseite | Politik | Ausland
14:05 13.01.2022

Zwei Stühle, kein Tisch: Verhandlungen ohne Ende

© Kurier am Kai / Archiv
Abonnieren
${FIRST}
Der Saal der Residenz (Archivbild)
Hafen: Wieder ein Rekord
Die lange Nacht
${SECOND}
Mehr zum Thema - Warum niemand unterschreibt
Tags:
Verhandlungen, Residenz
`;
    assert.deepEqual(readBody(page), {
      head: 'Zwei Stühle, kein Tisch: Verhandlungen ohne Ende | 2022-01-13 | Kurier am Kai',
      body: ['T Zwei Stühle, kein Tisch: Verhandlungen ohne Ende', `P ${FIRST}`, 'S Die lange Nacht', `P ${SECOND}`],
    });
  });

  it('reads a date that a scraper glued before the title', () => {
    assert.deepEqual(readBody(` date 2023-09 Ein Gipfel ohne Erklärung\n\n${FIRST}\n\n${SECOND}\n`), {
      head: 'Ein Gipfel ohne Erklärung | 2023-09 | -',
      body: ['T Ein Gipfel ohne Erklärung', `P ${FIRST}`, `P ${SECOND}`],
    });
  });

  it('takes a repeated, cut title and foreign interface text for furniture', () => {
    const page = `Sie sagt, sie warte auf eine Antwort aus der Residenz\n\nSie sagt sie warte auf eine Antwort\n${FIRST}\n${SECOND}\nЗаголовок материала`;
    assert.deepEqual(readBody(page).body, [
      'T Sie sagt, sie warte auf eine Antwort aus der Residenz',
      `P ${FIRST}`,
      `P ${SECOND}`,
    ]);
  });

  it('joins hard-wrapped lines to one paragraph', () => {
    const page =
      'Ein langer Weg nach Genf\n\nDie Unterhändler haben sich am Montag in der Residenz\ngetroffen und lange gesprochen.\n';
    assert.deepEqual(readBody(page).body, [
      'T Ein langer Weg nach Genf',
      'P Die Unterhändler haben sich am Montag in der Residenz\ngetroffen und lange gesprochen.',
    ]);
  });

  it('keeps a short line that introduces a quotation', () => {
    const page = `${FIRST}\nAußerdem rief man dazu auf,\n„den Saal zu heizen“.\n${SECOND}`;
    assert.equal(readBody(page).body.length, 4);
  });

  it('finds no title, date or source where there is none', () => {
    assert.equal(readBody(`${FIRST}\n${SECOND}\n`).head, '- | - | -');
  });

  it('gives ascending, disjoint spans inside any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            FIRST,
            'Abonnieren',
            '',
            'Zum Thema:',
            'Eine Überschrift hier',
            '13.01.2022',
            '\u00a0 \t',
            '„',
          ),
        ),
        (lines) => {
          const page = lines.join('\n');
          let at = 0;
          for (const { start, end } of readScrape({ text: page, contentStart: 0 }, furniture).body) {
            assert.ok(start >= at && end > start && end <= page.length);
            at = end;
          }
        },
      ),
    );
  });
});
