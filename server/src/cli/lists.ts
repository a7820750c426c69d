import { printTimeInterval } from '../core/events/timeInterval.js';
import type { CorpusService } from '../service/answers.js';
import type { CorpusActor, CorpusEvent, Page, PageRequest } from '../store/ports.js';
import type { CommandCall } from './command.js';
import type { Console } from './console.js';
import { withCorpus } from './openCorpus.js';

/** `fundstelle actors`: the actors of a corpus, most mentioned first, one a line. */
export function listActors(call: CommandCall, console: Console): Promise<number> {
  return printList(call, console, {
    ask: (corpus, request) => corpus.listActors(request),
    toCells: (actor: CorpusActor) => [String(actor.passageCount), actor.kind, actor.state ?? '', actor.name],
  });
}

/** `fundstelle events`: the events of a corpus, newest first, one a line. */
export function listEvents(call: CommandCall, console: Console): Promise<number> {
  return printList(call, console, {
    ask: (corpus, request) => corpus.listEvents(request),
    toCells: (event: CorpusEvent) => [
      event.date ? printTimeInterval(event.date) : 'undated',
      event.type,
      event.status,
      String(event.articleCount),
      event.label,
    ],
  });
}

interface ListCommand<T> {
  readonly ask: (corpus: CorpusService, request: PageRequest) => Promise<Page<T>>;
  readonly toCells: (row: T) => readonly string[];
}

const PAGE = 500;

function printList<T>(call: CommandCall, console: Console, list: ListCommand<T>): Promise<number> {
  return withCorpus(call, console, async (corpus) => {
    let cursor: string | undefined;
    do {
      const page = await list.ask(corpus, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
      for (const row of page.rows)
        await console.write(`${call.json ? JSON.stringify(row) : list.toCells(row).join('\t')}\n`);
      cursor = page.next;
    } while (cursor !== undefined);
  });
}
