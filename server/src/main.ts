import { parseArgs } from 'node:util';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadBuiltIn } from './loadBuiltIn.js';
import { startServer } from './lsp/server.js';
import { createLspHost } from './lspHost.js';
import { VERSION } from './version.js';

const USAGE = `Usage: fundstelle-server (--stdio | --node-ipc) [--corpus DIR]

The language server of Fundstelle: speaks the Language Server Protocol with an editor.

  --stdio         on standard input and output
  --node-ipc      on Node's channel to the parent process
  --corpus DIR    corpus for whatever has none of its own; it may lie outside the workspace
  --version       print the version
  --help          print this
`;

main(process.argv.slice(2));

function main(args: readonly string[]): void {
  const values = parse(args);
  if (values === undefined) refuse();
  else if (values.help === true) process.stdout.write(USAGE);
  else if (values.version === true) process.stdout.write(`${VERSION}\n`);
  else if (values.stdio === true || values['node-ipc'] === true) serve(values.corpus);
  else refuse();
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  // Editors that start a server add the id of their process.
  const options = { stdio: flag, 'node-ipc': flag, version: flag, help: flag, corpus: text, clientProcessId: text };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch {
    return undefined;
  }
}

function refuse(): void {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

function serve(corpus: string | undefined): void {
  // Finds out itself, from the arguments, which of the two channels it is.
  const connection = createConnection(ProposedFeatures.all);
  surviveErrors((message) => {
    connection.console.error(message);
  });
  const host = createLspHost({ version: VERSION, loadBuiltIn, ...(corpus === undefined ? {} : { corpus }) });
  startServer(connection, host);
}

/** An error that nobody caught is logged: the writer keeps the answers that still work. */
function surviveErrors(log: (message: string) => void): void {
  const tell = (error: unknown): void => {
    // Nobody listens any more; to log it would fail the same way, for ever.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit(1);
    log(`uncaught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
