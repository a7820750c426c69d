import { type DateStyle, printInterval, printIso } from './dates.js';
import { groupDigits } from './groupDigits.js';
import type { Messages } from './messages.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DATES: DateStyle = {
  day: (day, month, year) => `${String(day)} ${MONTHS[month - 1] ?? ''} ${year}`,
  month: (month, year) => `${MONTHS[month - 1] ?? ''} ${year}`,
};

export const ENGLISH: Messages = {
  kinds: { person: 'person', organization: 'organization', country: 'country', place: 'place', group: 'group' },
  eventTypes: {
    AGREE: 'agreement',
    CONSULT: 'talks',
    SUPPORT: 'support',
    CONCEDE: 'concession',
    COOPERATE: 'cooperation',
    AID: 'aid',
    RETREAT: 'retreat',
    REQUEST: 'demand',
    ACCUSE: 'accusation',
    REJECT: 'rejection',
    THREATEN: 'threat',
    PROTEST: 'protest',
    SANCTION: 'sanction',
    MOBILIZE: 'mobilisation',
    COERCE: 'coercion',
    ASSAULT: 'assault',
    OTHER: 'event',
  },
  statuses: { happened: 'happened', planned: 'planned', hypothetical: 'hypothetical' },
  certainties: { recognised: 'recognised', confirmed: 'confirmed' },
  reasons: {
    namedInFull: 'named in full in this text',
    recognised: 'recognised as this in this text',
    bareSurname: 'named by surname only',
    sharesPassages: (name, count) => `with ${name} in ${plural(count, 'passage')}`,
    frequency: (passages) => plural(passages, 'passage'),
  },
  labels: {
    otherNames: 'Also',
    neighbours: 'Often with',
    events: 'Latest',
    participants: 'Participants',
    alternatives: 'Or',
  },
  unresolvedDate: 'no date could be resolved',
  mentions: (count) => plural(count, 'mention'),
  passagesInArticles: (passages, articles) => `${plural(passages, 'passage')} in ${plural(articles, 'article')}`,
  sources: (count) => plural(count, 'independent source'),
  alsoIn: (outlets) => `also in ${outlets}`,
  more: (count) => `and ${String(count)} more`,
  date: (value) => printInterval(value, DATES),
  articleDate: (iso) => printIso(iso, DATES),
  rule: (name) => `rule: ${name}`,
  indexing: ({ done, total, secondsLeft }) => {
    const left = secondsLeft === undefined ? '' : `, about ${printSeconds(secondsLeft)} left`;
    return `The corpus is still being read: ${count(done)} of ${count(total)} files${left}.`;
  },
};

function count(number: number): string {
  return groupDigits(number, ',');
}

function printSeconds(seconds: number): string {
  return seconds < 90 ? `${String(seconds)} seconds` : `${count(Math.round(seconds / 60))} minutes`;
}

function plural(count: number, word: string): string {
  return `${String(count)} ${count === 1 ? word : `${word}s`}`;
}
