import { run } from './run.js';

// `fundstelle actors | head`: a reader that has enough is no failure, and nobody is left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

// The bundle is CommonJS, which has no top-level await.
void run(process.argv.slice(2), {
  write: (text) => writeAll(process.stdout, text),
  complain: (text) => writeAll(process.stderr, text),
  // Only who asks for it opens it.
  get input() {
    return process.stdin;
  },
  hasColours: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
  folder: process.cwd(),
}).then((code) => {
  process.exitCode = code;
});

/** Resolves when the text has been taken, so that a slow reader of a pipe slows us instead of filling the memory. */
function writeAll(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}
