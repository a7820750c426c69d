import { writeSync } from 'node:fs';
import { keepIndex, openIndex, placesIn } from './keepIndex.js';

// `node keepIndexProgram.js FOLDER`: indexes slowly, and says on standard output what has been kept, a line a transaction.
const { root, index } = placesIn(process.argv[2] ?? '');
const store = openIndex(root, index);
// Written at once: who is killed has said what it has done.
await keepIndex(root, store, { pauseMs: 1, onKept: (paths) => writeSync(1, `${paths.join(' ')}\n`) });
store.close();
