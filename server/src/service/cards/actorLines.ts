import type { ActorDetail, OfficeEvidence } from '../../store/ports.js';
import type { Candidate } from '../answers.js';
import type { CardWriter } from './cardWriter.js';
import { writePassages } from './passageLines.js';
import { printSparkline } from './sparkline.js';

const MAX_NAMES = 6;
const MAX_NEIGHBOURS = 5;
const MAX_EVENTS = 3;
/** Candidates with a line of their own; the rest share one, so that the card stays short. */
const MAX_OTHERS = 4;

/** The likeliest actor in full and the others with their reasons: nobody is guessed silently. Gives blocks. */
export function writeActor(candidates: readonly Candidate[], writer: CardWriter): readonly string[] {
  const [first, ...others] = candidates;
  if (first === undefined) return [];
  const { ink } = writer;
  const about = [
    writeHead(first, { isAlone: others.length === 0, writer }),
    ...writeNames(first.actor, writer),
    writeExtent(first.actor, writer),
  ];
  return [
    ink.lines(about),
    ink.lines(writeOthers(others, writer)),
    ...writePassages(first.passages, writer),
    ink.lines([...writeNeighbours(first.actor, writer), ...writeEvents(first, writer)]),
  ];
}

function writeHead(
  { actor, reason }: Candidate,
  { isAlone, writer }: { readonly isAlone: boolean; readonly writer: CardWriter },
): string {
  const { ink, messages } = writer;
  const office = actor.offices.slice(0, 1).map((newest) => writeOffice(newest, writer));
  const certainty = messages.certainties[actor.certainty];
  const why = isAlone ? [] : [ink.plain(reason)];
  return [ink.bold(actor.name), messages.kinds[actor.kind], ...office, certainty, ...why].join(' · ');
}

function writeOffice({ title, state, article }: OfficeEvidence, { ink, messages }: CardWriter): string {
  const date = article.date === undefined ? [] : [messages.articleDate(article.date)];
  const details = [...(state === undefined ? [] : [state]), ...date];
  return ink.plain(details.length === 0 ? title : `${title} (${details.join(', ')})`);
}

function writeNames({ name, aliases }: ActorDetail, { ink, messages }: CardWriter): readonly string[] {
  const others = aliases.filter(({ alias }) => alias !== name).slice(0, MAX_NAMES);
  if (others.length === 0) return [];
  const counted = others.map(({ alias, count }) => `${ink.plain(alias)} ${String(count)}`);
  return [`${messages.labels.otherNames}: ${counted.join(' · ')}`];
}

function writeExtent(actor: ActorDetail, { messages }: CardWriter): string {
  const years = printYears(actor.firstDate?.slice(0, 4), actor.lastDate?.slice(0, 4));
  const line = printSparkline(actor.years);
  return `${messages.passagesInArticles(actor.passageCount, actor.articleCount)}${years}${line && ` ${line}`}`;
}

function printYears(first: string | undefined, last: string | undefined): string {
  if (first === undefined || last === undefined) return '';
  return first === last ? `, ${first}` : `, ${first}–${last}`;
}

function writeNeighbours({ neighbours }: ActorDetail, { ink, messages }: CardWriter): readonly string[] {
  if (neighbours.length === 0) return [];
  const named = neighbours
    .slice(0, MAX_NEIGHBOURS)
    .map(({ actor, count }) => `${ink.plain(actor.name)} ${String(count)}`);
  return [`${messages.labels.neighbours}: ${named.join(' · ')}`];
}

function writeEvents({ events }: Candidate, { ink, messages }: CardWriter): readonly string[] {
  if (events.length === 0) return [];
  const labels = events.slice(0, MAX_EVENTS).map(({ label }) => ink.plain(label));
  return [`${messages.labels.events}: ${labels.join(' · ')}`];
}

function writeOthers(others: readonly Candidate[], writer: CardWriter): readonly string[] {
  const { ink, messages } = writer;
  const rest = others.slice(MAX_OTHERS).map(({ actor, reason }) => ink.plain(`${actor.name} (${reason})`));
  return [
    ...others.slice(0, MAX_OTHERS).map((other) => writeOther(other, writer)),
    ...(rest.length === 0 ? [] : [`${messages.more(rest.length)}: ${rest.join(' · ')}`]),
  ];
}

function writeOther({ actor, reason }: Candidate, { ink, messages }: CardWriter): string {
  const passages = messages.passagesInArticles(actor.passageCount, actor.articleCount);
  const parts = [ink.bold(actor.name), messages.kinds[actor.kind], passages, ink.plain(reason)];
  return `${messages.labels.alternatives} ${parts.join(' · ')}`;
}
