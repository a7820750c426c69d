import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { add } from './add.js';
import { analyze } from './analyze.js';
import { type Command, EXIT } from './command.js';
import type { Console } from './console.js';
import { explain } from './explain.js';
import { exportBibliography } from './export.js';
import { listActors, listEvents } from './lists.js';
import { indexCorpus } from './indexCorpus.js';
import { search } from './search.js';
import { COMMAND_HELP, printUsage } from './usage.js';
import { VERSION } from '../version.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  add,
  analyze,
  index: indexCorpus,
  actors: listActors,
  events: listEvents,
  search,
  explain,
  export: exportBibliography,
};

const OPTIONS = {
  corpus: { type: 'string' },
  raw: { type: 'boolean' },
  json: { type: 'boolean' },
  format: { type: 'string' },
  limit: { type: 'string' },
  output: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies ParseArgsOptionsConfig;

/** Runs one call of `fundstelle` and gives its exit code. Results go to `write` only, everything else to `complain`. */
export async function run(args: readonly string[], console: Console): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === 'string') return refuse(parsed, console);
  const [name, ...paths] = parsed.positionals;
  if (parsed.values.version) return answer(`${VERSION}\n`, console);
  if (parsed.values.help || name === 'help') return answer(printUsage(name), console);
  if (name === undefined) return refuse('no command given', console);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return refuse(`there is no command “${name}”`, console);
  const unused = findUnusedOption(name, parsed.values);
  if (unused !== undefined) return refuse(`“${name}” has no option --${unused}`, console);
  const { corpus, format, limit, output, raw = false, json = false } = parsed.values;
  const named = {
    ...(corpus !== undefined && { corpus }),
    ...(format !== undefined && { format }),
    ...(limit !== undefined && { limit }),
    ...(output !== undefined && { output }),
  };
  return command({ paths, raw, json, ...named }, console);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
  }
}

/** An option that this command does not know is a mistake of the caller, not to be passed over. */
function findUnusedOption(command: string, values: Readonly<Record<string, unknown>>): string | undefined {
  const known = COMMAND_HELP.find((help) => help.name === command)?.options ?? [];
  return Object.keys(values).find((option) => !known.includes(option));
}

async function answer(text: string, console: Console): Promise<number> {
  await console.write(text);
  return EXIT.done;
}

async function refuse(reason: string, console: Console): Promise<number> {
  await console.complain(`fundstelle: ${reason}\n\n${printUsage()}`);
  return EXIT.usage;
}
