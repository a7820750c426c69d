import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';
import { openCorpus } from './openCorpus.js';

/** `fundstelle index`: reads the whole corpus and prints what is in it; files that cannot be read go to the error stream. */
export async function indexCorpus(call: CommandCall, console: Console): Promise<number> {
  const corpus = await openCorpus(call, console);
  if (corpus === undefined) return EXIT.usage;
  const { name, counts } = await corpus.getStatus();
  const answer = call.json
    ? JSON.stringify({ name, ...counts })
    : [name, ...Object.entries(counts).map(([what, count]) => `${String(count).padStart(9)} ${what}`)].join('\n');
  await console.write(`${answer}\n`);
  return corpus.listProblems().some((problem) => problem.severity === 'error') ? EXIT.findings : EXIT.done;
}
