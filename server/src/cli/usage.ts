/** What `--help` tells of a command; `options` are those that it takes. */
interface CommandHelp {
  readonly name: string;
  readonly arguments: string;
  readonly does: string;
  readonly options: readonly string[];
}

/** The commands in the order of the help. */
export const COMMAND_HELP: readonly CommandHelp[] = [
  {
    name: 'analyze',
    arguments: 'PATH… [--raw] [--corpus DIR]',
    does: 'print the facts of each article as JSON Lines (analysis format); folders are read recursively',
    options: ['raw', 'corpus'],
  },
  {
    name: 'index',
    arguments: '[DIR]',
    does: 'read and analyse a whole corpus, print its counts and what could not be read',
    options: ['corpus', 'json'],
  },
  {
    name: 'actors',
    arguments: '[DIR] [--json]',
    does: 'list the actors of a corpus, most mentioned first',
    options: ['corpus', 'json'],
  },
  {
    name: 'events',
    arguments: '[DIR] [--json]',
    does: 'list the events of a corpus, newest first',
    options: ['corpus', 'json'],
  },
];

const OPTION_HELP = `Options:
  --corpus DIR   the corpus folder (default: found from the current folder; a folder without corpus.yaml is one with defaults)
  --raw          analyze: everything but front matter is body, nothing is page furniture
  --json         print one JSON object a line instead of a table
  -h, --help     this help
  -v, --version  the version

Exit codes: 0 done, 1 some input could not be read (the rest is printed), 2 wrong call.
`;

/** The help text: of one command when `name` is one, else of all. */
export function printUsage(name?: string): string {
  const chosen = COMMAND_HELP.filter((help) => help.name === name);
  const shown = chosen.length > 0 ? chosen : COMMAND_HELP;
  const lines = shown.map((help) => `  fundstelle ${help.name} ${help.arguments}\n      ${help.does}`);
  return `Usage:\n${lines.join('\n')}\n\n${OPTION_HELP}`;
}
