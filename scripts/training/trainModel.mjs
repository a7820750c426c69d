import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { loadBuiltIn } from '../../out/server/src/loadBuiltIn.js';
import { trainModel } from '../../out/server/src/training/trainModel.js';
import { MODEL, readTrainingData } from './trainingData.mjs';

const { knowledge } = await loadBuiltIn();
const bytes = trainModel(await readTrainingData(), knowledge, (epoch, loss) => {
  console.log(`epoch ${epoch}: loss ${loss.toFixed(1)}`);
});
await mkdir(path.dirname(MODEL), { recursive: true });
await writeFile(MODEL, bytes);
console.log(
  `${bytes.length} bytes, ${brotliCompressSync(bytes).length} compressed, trained with Node ${process.versions.node}`,
);
