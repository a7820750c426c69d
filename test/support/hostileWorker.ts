import { parentPort } from 'node:worker_threads';
import type { FileAnalysis } from '../../server/src/service/ports.js';
import { serveAnalysis } from '../../server/src/node/threads/analysisServer.js';

/** A thread whose files do by their names what hostile files do: `hang`, `exit`, `fill` the memory, or give `17` parts. */
const analysis: FileAnalysis = {
  width: 1,
  basis: '',
  analyse: async function* (path, known) {
    yield { kind: 'file', stamp: '1', hash: `h-${path}` };
    if (known === `h-${path}`) return;
    if (path.startsWith('hang')) for (;;);
    if (path.startsWith('exit')) process.exit(3);
    if (path.startsWith('fill')) for (const all: unknown[] = []; ; ) all.push(new Array(1e5).fill({}).map(() => ({})));
    for (let i = 0; i < Number.parseInt(path); i++) {
      await Promise.resolve();
      yield { kind: 'problem', problem: { path, severity: 'information', code: 'part', message: String(i) } };
      sent += 1;
    }
  },
};
let sent = 0;

if (parentPort) {
  serveAnalysis(parentPort, analysis, {
    find: (id) =>
      id === 'sent'
        ? Promise.resolve({ id, text: String(sent), metadata: {}, contentStart: 0, layout: 'extracted', body: [] })
        : new Promise(() => undefined),
  });
}
