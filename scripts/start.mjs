import { prepare } from './bootstrap/prepare.mjs';
import { runMain, StepFailed } from './bootstrap/run.mjs';

await runMain(async () => {
  await prepare();
  // What follows needs the installed packages.
  if (process.argv.includes('--check')) {
    const { checkHover } = await import('./starting/checkHover.mjs');
    return checkHover();
  }
  const { openEditor } = await import('./starting/openEditor.mjs');
  const failure = await openEditor(process.env.FUNDSTELLE_EDITOR ?? 'auto');
  if (failure) throw new StepFailed(failure);
});
