import { type DateStyle, printInterval, printIso } from './dates.js';
import { groupDigits } from './groupDigits.js';
import type { Messages } from './messages.js';

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const DATES: DateStyle = {
  day: (day, month, year) => `${String(day)}. ${MONTHS[month - 1] ?? ''} ${year}`,
  month: (month, year) => `${MONTHS[month - 1] ?? ''} ${year}`,
};

export const GERMAN: Messages = {
  kinds: { person: 'Person', organization: 'Organisation', country: 'Staat', place: 'Ort', group: 'Gruppe' },
  eventTypes: {
    AGREE: 'Vereinbarung',
    CONSULT: 'Gespräch',
    SUPPORT: 'Unterstützung',
    CONCEDE: 'Zugeständnis',
    COOPERATE: 'Zusammenarbeit',
    AID: 'Hilfe',
    RETREAT: 'Rückzug',
    REQUEST: 'Forderung',
    ACCUSE: 'Vorwurf',
    REJECT: 'Ablehnung',
    THREATEN: 'Drohung',
    PROTEST: 'Protest',
    SANCTION: 'Sanktion',
    MOBILIZE: 'Mobilisierung',
    COERCE: 'Zwang',
    ASSAULT: 'Angriff',
    OTHER: 'Ereignis',
  },
  statuses: { happened: 'geschehen', planned: 'geplant', hypothetical: 'hypothetisch' },
  certainties: { recognised: 'erkannt', confirmed: 'bestätigt' },
  reasons: {
    namedInFull: 'in diesem Text mit vollem Namen genannt',
    recognised: 'in diesem Text so erkannt',
    bareSurname: 'nur mit Nachnamen genannt',
    sharesPassages: (name, count) => `mit ${name} in ${plural(count, 'Passage', 'Passagen')}`,
    frequency: (passages) => plural(passages, 'Passage', 'Passagen'),
  },
  labels: {
    otherNames: 'Auch',
    neighbours: 'Oft mit',
    events: 'Zuletzt',
    participants: 'Beteiligt',
    alternatives: 'Oder',
  },
  unresolvedDate: 'Datum nicht bestimmt',
  mentions: (count) => plural(count, 'Nennung', 'Nennungen'),
  passagesInArticles: (passages, articles) =>
    `${plural(passages, 'Passage', 'Passagen')} in ${plural(articles, 'Artikel', 'Artikeln')}`,
  sources: (count) => plural(count, 'unabhängige Quelle', 'unabhängige Quellen'),
  alsoIn: (outlets) => `auch in ${outlets}`,
  more: (count) => `und ${String(count)} weitere`,
  date: (value) => printInterval(value, DATES),
  articleDate: (iso) => printIso(iso, DATES),
  rule: (name) => `Regel: ${name}`,
  indexing: ({ done, total, secondsLeft }) => {
    const left = secondsLeft === undefined ? '' : `, noch etwa ${printSeconds(secondsLeft)}`;
    return `Das Korpus wird noch gelesen: ${count(done)} von ${count(total)} Dateien${left}.`;
  },
};

function count(number: number): string {
  return groupDigits(number, '.');
}

function printSeconds(seconds: number): string {
  return seconds < 90 ? `${String(seconds)} Sekunden` : `${count(Math.round(seconds / 60))} Minuten`;
}

function plural(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
