import assert from 'node:assert/strict';
import { printQuotes } from './cast.js';

// Text → the quotes in it. `who: “…”` is a direct quotation with its marks, `who > …` a reported clause without its attribution.
const GROUPS: Readonly<Record<string, readonly (readonly [text: string, ...quotes: string[]])[]>> = {
  'quotation marks': [
    ['"We are staying at the table," Brandt said.', 'Ilse Brandt: "We are staying at the table,"'],
    ['“We are staying at the table,” said Brandt.', 'Ilse Brandt: “We are staying at the table,”'],
    ['‘We are staying at the table,’ said Brandt.', 'Ilse Brandt: ‘We are staying at the table,’'],
    ['Brandt said: "We are staying at the table."', 'Ilse Brandt: "We are staying at the table."'],
    ['Brandt said, "We are staying at the table."', 'Ilse Brandt: "We are staying at the table."'],
    ['"No," said Brandt.', 'Ilse Brandt: "No,"'],
    [
      '"We are staying," Brandt said, "until it is done."',
      'Ilse Brandt: "We are staying,"',
      'Ilse Brandt: "until it is done."',
    ],
    [
      '“He said ‘leave the boat alone’ and left,” Brandt recalled.',
      'Ilse Brandt: “He said ‘leave the boat alone’ and left,”',
    ],
    [
      '"We are staying at the table," Brandt said. "It is our table."',
      'Ilse Brandt: "We are staying at the table,"',
      'Ilse Brandt: "It is our table."',
    ],
    ["The sailors' boat and the farmers' cart stood there."],
  ],
  'no quotations': [
    ['The "green wave" is rolling again.'],
    ['He works for the newspaper "Voice of the Coast".'],
    ['The film "When the sea still sang" is on.'],
    ['Brandt said nothing and left.'],
    ['Brandt said goodbye to the crew.'],
    ['That said, the dyke is old.'],
    ['The report came on Monday.'],
    ['Brandt declined to say when the ship would come.'],
    ['The claims were old and the notes were short.'],
    ['It is good that the sun is out.'],
    ['The picture shows that the harbour is empty.'],
  ],
  'clauses behind a verb': [
    ['Brandt said that the ferry was running.', 'Ilse Brandt > that the ferry was running'],
    ['Brandt said the ferry was running.', 'Ilse Brandt > the ferry was running'],
    ['Brandt said on Monday in the harbour that the ferry was running.', 'Ilse Brandt > that the ferry was running'],
    ['Brandt has repeatedly said the ferry will run.', 'Ilse Brandt > the ferry will run'],
    ['Brandt told reporters that the ferry was old.', 'Ilse Brandt > that the ferry was old'],
    ['Brandt told Kettler the ferry was old.', 'Ilse Brandt > the ferry was old'],
    ['Brandt denied that the ferry was old.', 'Ilse Brandt > that the ferry was old'],
    ['Brandt asked whether the ferry was running.', 'Ilse Brandt > whether the ferry was running'],
    ['In the harbour, Brandt said the ferry was running.', 'Ilse Brandt > the ferry was running'],
    ['After the meeting had ended, Brandt said the ferry was old.', 'Ilse Brandt > the ferry was old'],
    ['Jonas Kettler, a porter at the hotel, said that the ferry was old.', 'Jonas Kettler > that the ferry was old'],
    ['Kettler, who runs the hotel, said the ferry was old.', 'Jonas Kettler > the ferry was old'],
    ['Brandt said the ferry was old, while Kettler left.', 'Ilse Brandt > the ferry was old'],
    [
      'Brandt said that she would stay and added that Kettler would go.',
      'Ilse Brandt > that she would stay',
      'Ilse Brandt > that Kettler would go',
    ],
    [
      'Brandt said the ferry was old, adding that it was safe.',
      'Ilse Brandt > the ferry was old',
      'Ilse Brandt > that it was safe',
    ],
    ['It was reported that the ferry was old.', '? > that the ferry was old'],
  ],
  'attributions around the clause': [
    ['The ferry is old, Brandt said.', 'Ilse Brandt > The ferry is old'],
    ['The ferry is old, said Brandt, who runs the harbour.', 'Ilse Brandt > The ferry is old'],
    ['The ferry, Brandt said, is old.', 'Ilse Brandt > The ferry, Brandt said, is old'],
    ['According to Brandt, the ferry is old.', 'Ilse Brandt > the ferry is old'],
    ['The ferry is old, according to the Coastal League.', 'Küstenbund > The ferry is old'],
    ['As Brandt noted, the ferry is old.', 'Ilse Brandt > the ferry is old'],
    ['The ferry is old, the Evening Post reported.', 'Abendpost > The ferry is old'],
  ],
  speakers: [
    [
      'Foreign minister Ilse Brandt came. The foreign minister said the ferry was old.',
      'Ilse Brandt > the ferry was old',
    ],
    ['Foreign minister Ilse Brandt came. The defence minister said the ferry was old.', '? > the ferry was old'],
    [
      'Jonas Kettler, a spokesman for the harbour, came. The spokesman said the ferry was old.',
      'Jonas Kettler > the ferry was old',
    ],
    ['Brandt came late. She said the ferry was old.', 'Ilse Brandt > the ferry was old'],
    ['A spokesman for the Coastal League said the ferry was old.', 'Küstenbund > the ferry was old'],
    ['Officials said the ferry was old.', '? > the ferry was old'],
    ['Hafenstadt said the ferry was old.', 'Nordland > the ferry was old'],
    ['Brandt called the ferry "an old and tired thing".', 'Ilse Brandt: "an old and tired thing"'],
    [
      'Brandt said the ferry was "an old and tired thing".',
      'Ilse Brandt > the ferry was "an old and tired thing"',
      'Ilse Brandt: "an old and tired thing"',
    ],
  ],
};

describe('quotes in English text', () => {
  for (const [group, cases] of Object.entries(GROUPS)) {
    describe(group, () => {
      for (const [text, ...quotes] of cases) {
        it(text, () => {
          assert.deepEqual(printQuotes(text, 'en'), quotes);
        });
      }
    });
  }
});
