import assert from 'node:assert/strict';
import { printQuotes } from './cast.js';

// Text → the quotes in it. `who: „…“` is a direct quotation with its marks, `who > …` a reported clause without its attribution.
const GROUPS: Readonly<Record<string, readonly (readonly [text: string, ...quotes: string[]])[]>> = {
  'quotation marks': [
    ['„Wir bleiben am Tisch“, sagte Brandt.', 'Ilse Brandt: „Wir bleiben am Tisch“'],
    ['„Wir bleiben am Tisch", sagte Brandt.', 'Ilse Brandt: „Wir bleiben am Tisch"'],
    ['"Wir bleiben am Tisch", sagte Brandt.', 'Ilse Brandt: "Wir bleiben am Tisch"'],
    ['»Wir bleiben am Tisch«, sagte Brandt.', 'Ilse Brandt: »Wir bleiben am Tisch«'],
    ['«Wir bleiben am Tisch», sagte Brandt.', 'Ilse Brandt: «Wir bleiben am Tisch»'],
    ['« Wir bleiben am Tisch », sagte Brandt.', 'Ilse Brandt: « Wir bleiben am Tisch »'],
    ['“Wir bleiben am Tisch”, sagte Brandt.', 'Ilse Brandt: “Wir bleiben am Tisch”'],
    ['‚Wir bleiben am Tisch‘, sagte Brandt.', 'Ilse Brandt: ‚Wir bleiben am Tisch‘'],
    [
      '„Er rief ‚Haltet das Schiff‘ und verschwand“, sagte Brandt.',
      'Ilse Brandt: „Er rief ‚Haltet das Schiff‘ und verschwand“',
    ],
    [
      '„Er nannte das „einen großen Fehler“ und ging“, sagte Brandt.',
      'Ilse Brandt: „Er nannte das „einen großen Fehler“ und ging“',
    ],
    ['„Wir bleiben. Wir reden. Wir hören zu“, sagte Brandt.', 'Ilse Brandt: „Wir bleiben. Wir reden. Wir hören zu“'],
    ['„Bleiben wir am Tisch?“, fragte Brandt.', 'Ilse Brandt: „Bleiben wir am Tisch?“'],
    ['„Nein“, sagte Brandt.', 'Ilse Brandt: „Nein“'],
    ['Brandt sagte: „Nein.“', 'Ilse Brandt: „Nein.“'],
    [
      '„Wir bleiben“, sagte Brandt, „bis alles geklärt ist.“',
      'Ilse Brandt: „Wir bleiben“',
      'Ilse Brandt: „bis alles geklärt ist.“',
    ],
    [
      'Brandt sagte: „Der erste Satz steht hier.\n„Der zweite Absatz geht weiter.“',
      'Ilse Brandt: „Der erste Satz steht hier.',
      'Ilse Brandt: „Der zweite Absatz geht weiter.“',
    ],
    ['Brandt sagte: „Das Ende fehlt hier.\nDas Wetter bleibt mild.', 'Ilse Brandt: „Das Ende fehlt hier.'],
    ['Der Tisch misst 20" in der Breite. Das reicht.'],
    ["Kettlers' Boot und das von Brandt lagen im Hafen."],
  ],
  'no quotations': [
    ['Die „grüne Welle“ rollt wieder.'],
    ['Der „Küsten-Turbo“ kommt nicht voran.'],
    ['Das berichtet die Zeitung „Blick auf die Küste“.'],
    ['Der Film „Als das Meer noch sang“ läuft im Hafenkino.'],
    ['Im Magazin „Rund um die Insel“ stand nichts davon.'],
    ['Das schrieb die „Neue Küsten Zeitung“.'],
    ['Die „Fähre ohne Hafen“-Debatte geht weiter.'],
    ['Brandt leitet die Operation „Ruhige See im Herbst“.'],
    ['Er sagte kein Wort und ging hinaus.'],
    ['Brandt sagte ihre Teilnahme an dem Treffen ab.'],
    ['Der Vertrag gibt an, was gilt, ist aber alt.'],
    ['Der Bericht wurde gestern im Hafen vorgestellt.'],
    ['Laut war es im Saal, und Brandt ging.'],
    ['Es ist schön, dass die Sonne scheint.'],
    ['Es besteht die Gefahr, dass der Deich bricht.'],
    ['Das Bild zeigt, dass der Hafen leer ist.'],
    ['Er tut so, als sei nichts geschehen.'],
    ['Man nehme zwei Eier und etwas Mehl.'],
    ['Brandt wollte nicht sagen, wann das Schiff kommt.'],
    ['Nach dem Treffen fuhr Brandt nach Hause.'],
    ['Das ist so, wie es immer war.'],
  ],
  'clauses behind a verb': [
    ['Brandt sagte, dass die Fähre fährt.', 'Ilse Brandt > dass die Fähre fährt'],
    ['Brandt sagte, die Fähre fahre wieder.', 'Ilse Brandt > die Fähre fahre wieder'],
    ['Brandt sagt, die Fähre fährt wieder.', 'Ilse Brandt > die Fähre fährt wieder'],
    ['Am Montag betonte Brandt, dass die Fähre fährt.', 'Ilse Brandt > dass die Fähre fährt'],
    ['Brandt hat stets bestritten, dass die Fähre alt ist.', 'Ilse Brandt > dass die Fähre alt ist'],
    ['Zuletzt hatte Brandt erklärt, sie werde nicht weichen.', 'Ilse Brandt > sie werde nicht weichen'],
    ['Brandt kündigte am Abend in einer Rede an, sie werde reisen.', 'Ilse Brandt > sie werde reisen'],
    ['Brandt wies darauf hin, dass die Fähre alt sei.', 'Ilse Brandt > dass die Fähre alt sei'],
    ['Brandt fragte, ob die Fähre noch fahre.', 'Ilse Brandt > ob die Fähre noch fahre'],
    ['Brandt warnte davor, dass der Deich bricht.', 'Ilse Brandt > dass der Deich bricht'],
    ['Brandt vertrat die Ansicht, dass der Deich hält.', 'Ilse Brandt > dass der Deich hält'],
    ['Brandt erklärte: Der Deich hält auch im Winter.', 'Ilse Brandt > Der Deich hält auch im Winter'],
    ['Brandt, die seit Mai im Amt ist, sagte, der Deich halte.', 'Ilse Brandt > der Deich halte'],
    ['Jonas Kettler, ein Fischer aus Hafenstadt, sagte, der Deich halte.', 'Jonas Kettler > der Deich halte'],
    ['Brandt sagte, sie sei froh, als sie den Saal betrat.', 'Ilse Brandt > sie sei froh'],
    [
      'Brandt sagte, dass sie bleibt, und fügte hinzu, dass Kettler geht.',
      'Ilse Brandt > dass sie bleibt',
      'Ilse Brandt > dass Kettler geht',
    ],
    ['Das Treffen endete spät, wobei Brandt mitteilte, dass sie reist.', 'Ilse Brandt > dass sie reist'],
    ['Brandt kündigte an, bald einen neuen Plan vorzulegen.'],
    ['Aus Hafenstadt hieß es, der Deich halte.', 'Nordland > der Deich halte'],
    ['Es wurde mitgeteilt, dass der Deich hält.', '? > dass der Deich hält'],
    ['Von Brandt wurde betont, dass der Deich hält.', 'Ilse Brandt > dass der Deich hält'],
  ],
  'attributions around the clause': [
    ['Der Deich hält, sagte Brandt.', 'Ilse Brandt > Der Deich hält'],
    ['Der Deich halte noch, so Brandt weiter.', 'Ilse Brandt > Der Deich halte noch'],
    ['Der Deich, sagte Brandt, werde noch halten.', 'Ilse Brandt > Der Deich, sagte Brandt, werde noch halten'],
    ['Das heiße, so Brandt, dass der Deich hält.', 'Ilse Brandt > Das heiße, so Brandt, dass der Deich hält'],
    ['Wie Brandt sagte, hält der Deich.', 'Ilse Brandt > hält der Deich'],
    ['Der Deich hält, wie Brandt am Montag mitteilte.', 'Ilse Brandt > Der Deich hält'],
    ['Laut Brandt hält der Deich.', 'Ilse Brandt > hält der Deich'],
    ['Laut einer Mitteilung des Küstenbundes hält der Deich.', 'Küstenbund > hält der Deich'],
    ['Der Deich hält laut Brandt bis zum Winter.', 'Ilse Brandt > Der Deich hält laut Brandt bis zum Winter'],
    ['Kettler zufolge hält der Deich.', 'Jonas Kettler > hält der Deich'],
    ['Nach Angaben des Küstenbundes hält der Deich.', 'Küstenbund > hält der Deich'],
    ['Nach nordländischen Angaben hält der Deich.', 'Nordland > hält der Deich'],
    ['Der Deich hält, teilte das Inselministerium mit.', 'Inselministerium > Der Deich hält'],
    ['Nachdem das Wasser gestiegen war, sagte Brandt, dass der Deich hält.', 'Ilse Brandt > dass der Deich hält'],
    ['Die Stimmung war gut, so das Motto des Abends.'],
  ],
  'clauses that only look reported': [
    ['Während es regnete, sagte Brandt nichts.'],
    ['Ein Gerät, das den Pegel angibt, stieg um zwei Meter.'],
    ['Im Kern verlangt der Plan zweierlei: Geduld und Geld.'],
    ['Brandt hört man gerne bei ihren Reden zu.'],
    ['Die Türme, die „sieben Söhne der Küste“ genannt werden, stehen noch.'],
    ['Wenn Brandt sagt, was sie denkt, hören alle zu.'],
    ['Kettler wies den Verdacht zurück, Nordland plane einen Angriff.', '? > Nordland plane einen Angriff'],
    ['Noch ehe das Boot ablegte, meldete das Inselministerium, der Deich halte.', 'Inselministerium > der Deich halte'],
    ['Der Deich halte noch, so das Gericht.', '? > Der Deich halte noch'],
    ['Sie habe, erzählt Brandt, lange gewartet.', 'Ilse Brandt > Sie habe, erzählt Brandt, lange gewartet'],
    ['Brandt schloss nicht aus, dass der Deich bricht.', 'Ilse Brandt > dass der Deich bricht'],
    ['Nach Angaben von Vertretern nordländischer Häfen hält der Deich.', '? > hält der Deich'],
  ],
  'quotations inside reported clauses': [
    [
      'Brandt sagte, der Deich sei „auf lange Zeit sicher“.',
      'Ilse Brandt > der Deich sei „auf lange Zeit sicher“',
      'Ilse Brandt: „auf lange Zeit sicher“',
    ],
    ['Brandt sagte, der Deich sei „bombenfest“ gebaut.', 'Ilse Brandt > der Deich sei „bombenfest“ gebaut'],
    ['Kettler nannte den Deich „eine teure alte Mauer“.', 'Jonas Kettler: „eine teure alte Mauer“'],
    ['Kettler warb für „eine Küste ohne Mauern“.', 'Jonas Kettler: „eine Küste ohne Mauern“'],
  ],
  'speech that goes on': [
    [
      'Brandt sagte, der Deich halte. Er sei im Mai geprüft worden.',
      'Ilse Brandt > der Deich halte',
      'Ilse Brandt > Er sei im Mai geprüft worden',
    ],
    ['Brandt kritisierte den Plan. Der Deich koste zu viel.', 'Ilse Brandt > Der Deich koste zu viel'],
    [
      'Brandt sagte, der Deich halte. Auch könnten die Tore bleiben.',
      'Ilse Brandt > der Deich halte',
      'Ilse Brandt > Auch könnten die Tore bleiben',
    ],
    ['Die Tore könnten bleiben. Das Wetter ist mild.'],
    ['Nüchterner sieht es Kettler. Der Deich sei alt.', 'Jonas Kettler > Der Deich sei alt'],
    ['Brandt kam. Ein Fischer sagte, der Deich halte. Er sei oft dort.', '? > der Deich halte', '? > Er sei oft dort'],
    [
      '„Der Deich hält noch“, sagte Brandt. „Er hält bis Mai.“',
      'Ilse Brandt: „Der Deich hält noch“',
      'Ilse Brandt: „Er hält bis Mai.“',
    ],
    ['„Der Deich hält bis Mai.“ Das sagte Brandt am Montag.', 'Ilse Brandt: „Der Deich hält bis Mai.“'],
    [
      'Brandt forderte das Land auf,\n„den Deich noch im Mai zu prüfen“.',
      'Ilse Brandt: „den Deich noch im Mai zu prüfen“',
    ],
  ],
  speakers: [
    [
      'Der Sprecher des Küstenbundes, Jonas Kettler, kam. Der Küsten-Sprecher sagte, er bleibe.',
      'Jonas Kettler > er bleibe',
    ],
    ['Außenministerin Ilse Brandt kam. Die Außenministerin erklärte, sie bleibe.', 'Ilse Brandt > sie bleibe'],
    ['Außenministerin Ilse Brandt kam. Der Verteidigungsminister erklärte, er bleibe.', '? > er bleibe'],
    [
      'Außenministerin Ilse Brandt und die Richterin Mira Solheim kamen. Dies sei gut, so die Richterin.',
      'Mira Solheim > Dies sei gut',
    ],
    ['Die Fischer Jonas Kettler und Ilse Brandt kamen. Dies sei gut, so die Fischer.', '? > Dies sei gut'],
    [
      'Jonas Kettler, ein Historiker aus Hafenstadt, kam. Das sei gut, so der Historiker.',
      'Jonas Kettler > Das sei gut',
    ],
    ['Brandt lobte den Deich. Ihr zufolge hält er bis Mai.', 'Ilse Brandt > hält er bis Mai'],
    [
      'Außenminister Jonas Kettler und Außenministerin Ilse Brandt kamen. Sie sagte, sie bleibe.',
      'Ilse Brandt > sie bleibe',
    ],
    ['Ein Sprecher sagte, der Deich halte.', '? > der Deich halte'],
    ['Ein Sprecher des Küstenbundes sagte, der Deich halte.', 'Küstenbund > der Deich halte'],
    ['Die nordländische Regierung teilte mit, dass der Deich hält.', 'Nordland > dass der Deich hält'],
    ['Hafenstadt erklärte, der Deich halte.', 'Nordland > der Deich halte'],
    ['Kettlers Sprecherin sagte, der Deich halte.', '? > der Deich halte'],
    ['Brandt und Kettler erklärten, der Deich halte.', 'Ilse Brandt > der Deich halte'],
    ['„Der Deich hält noch“, lästerte Kettler.', 'Jonas Kettler: „Der Deich hält noch“'],
    ['Der Deich hält, berichtete die „Abendpost“.', 'Abendpost > Der Deich hält'],
  ],
};

describe('quotes in German text', () => {
  for (const [group, cases] of Object.entries(GROUPS)) {
    describe(group, () => {
      for (const [text, ...quotes] of cases) {
        it(text, () => {
          assert.deepEqual(printQuotes(text), quotes);
        });
      }
    });
  }
});
