import { prepare } from './bootstrap/prepare.mjs';
import { run, runMain } from './bootstrap/run.mjs';

// `npm run train` writes the tagger's model; `npm run train -- --folds` cross-validates on GermEval instead.
await runMain(async () => {
  const node = await prepare();
  const folds = process.argv.includes('--folds');
  return run(node, [folds ? 'scripts/training/crossValidate.mjs' : 'scripts/training/trainModel.mjs']);
});
