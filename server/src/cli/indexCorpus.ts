import type { CommandCall } from './command.js';
import type { Console } from './console.js';
import { withCorpus } from './openCorpus.js';

/** `fundstelle index`: reads the whole corpus and prints what is in it; files that cannot be read go to the error stream. */
export function indexCorpus(call: CommandCall, console: Console): Promise<number> {
  return withCorpus(call, console, async (corpus) => {
    const { name, counts } = await corpus.getStatus();
    const answer = call.json
      ? JSON.stringify({ name, ...counts })
      : [name, ...Object.entries(counts).map(([what, count]) => `${String(count).padStart(9)} ${what}`)].join('\n');
    await console.write(`${answer}\n`);
  });
}
