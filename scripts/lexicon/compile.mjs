import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../bootstrap/checkout.mjs';
import { runMain } from '../bootstrap/run.mjs';
import { checkStates } from './checkStates.mjs';
import { compileCities } from './cities.mjs';
import { compileFirstNames } from './firstNames.mjs';
import { compileNouns } from './nouns.mjs';
import { compileSurnames } from './surnames.mjs';

await runMain(async () => {
  const nouns = compileNouns();
  const tables = [
    ['language/de/nouns.tsv', nouns.text],
    ['lexicon/firstNames.tsv', compileFirstNames()],
    ['lexicon/surnames.tsv', compileSurnames(nouns.isNoun)],
    ['lexicon/cities.tsv', compileCities(nouns.isNoun)],
  ];
  const isCheck = process.argv.includes('--check');
  const stale = await (isCheck ? listStale(tables) : write(tables));
  const faults = checkStates();
  for (const fault of faults) console.log(fault);
  return stale.length + faults.length === 0 ? 0 : 1;
});

async function write(tables) {
  for (const [name, text] of tables) {
    await writeFile(toPath(name), text);
    console.log(`${name}: ${Math.round(Buffer.byteLength(text) / 1024)} kB`);
  }
  return [];
}

/** The tables in the checkout that are not what the packages and our own lists make. */
async function listStale(tables) {
  const stale = [];
  for (const [name, text] of tables) {
    const isSame = (await readFile(toPath(name), 'utf8').catch(() => '')) === text;
    console.log(`${name}: ${isSame ? 'as compiled' : 'differs from what is compiled'}`);
    if (!isSame) stale.push(name);
  }
  return stale;
}

function toPath(name) {
  return path.join(root, 'server', 'data', name);
}
