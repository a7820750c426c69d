import { describe, it } from 'mocha';
import type { Language } from '../../../server/src/core/article/article.js';
import { assertMarks } from './marks.js';

/**
 * Cases that went wrong once, or go wrong elsewhere. What stands in brackets is a mention: `[words|actor form]`; everything else is none.
 */
const CASES: readonly { readonly name: string; readonly text: string; readonly language?: Language }[] = [
  {
    name: 'two surnames side by side are two persons, no full name',
    text: '[Wladimir Putin|Wladimir Putin] traf [Xi Jinping|Xi Jinping]. Am Abend ließ [Putin|Wladimir Putin] [Xi|Xi Jinping] mitteilen, dass er bleibt; was [Putin|Wladimir Putin] [Xi|Xi Jinping] mitteilte, blieb offen.',
  },
  {
    name: 'the given part of a Korean name is the same person',
    text: '[Kim Jong-un|Kim Jong-un] kam mit dem Zug. Neben [Jong-un|Kim Jong-un] stand seine Schwester.',
  },
  {
    name: 'a surname of several public figures stays open where nothing tells whose it is',
    text: 'Am Bahnhof wartete [Kim|? Kim].',
  },
  {
    name: 'transliterations are one person',
    text: '[Nikolai Patrushev|Nikolai Patruschew] kam. [Patruschew|Nikolai Patruschew] schwieg.',
  },
  {
    name: 'a fisherman is no Fischer',
    text: '[Joschka Fischer|Joschka Fischer] sprach. Der Fischer am Hafen hörte zu. [Fischer|Joschka Fischer] sagte nichts mehr.',
  },
  {
    name: 'Moscow the place',
    text: 'In [Moskau|Moskau] schneit es. Er reiste nach [Moskau|Moskau].',
  },
  {
    name: 'Moscow the government',
    text: '[Moskau|Russland metonym] fordert Garantien. [Moskau|Russland metonym] weist den Vorwurf zurück.',
  },
  {
    name: 'in a compound in quotation marks the name alone is the mention',
    text: 'Er sprach von einer „Mini-[NATO|NATO]"-Struktur im [Pazifik|Pazifik].',
  },
  {
    name: 'the NATO–Russia Council is one organisation, in the genitive too',
    text: 'Die Sitzung des [Nato-Russland-Rats|Nato-Russland-Rat] endete spät.',
  },
  {
    name: 'the state before an office, the person behind it',
    text: '[US|USA]-Außenminister [Antony Blinken|Antony Blinken] kam nach [Genf|Genf].',
  },
  {
    name: 'the Kurils are one place, with and without the word for islands',
    text: 'Auf den [Kurilen|Kurilen] wird gebaut. Die [Kurilen-Inseln|Kurilen] sind umstritten.',
  },
  {
    name: 'a ministry belongs to the state beside it',
    text: 'Das [russische|Russland adjective] [Außenministerium|Russisches Außenministerium] protestierte. Das [japanische|Japan adjective] [Außenministerium|Japanisches Außenministerium] antwortete.',
  },
  {
    name: 'an office before a name',
    text: 'Secretary of State [Antony Blinken|Antony Blinken] met [Sergei Lavrov|Sergej Lawrow] in [Geneva|Genf].',
    language: 'en',
  },
];

describe('hard cases', () => {
  for (const { name, text, language } of CASES)
    it(name, () => {
      assertMarks(text, language === undefined ? {} : { language });
    });
});
