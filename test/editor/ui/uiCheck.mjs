// Drives the workbench as a person would and looks at what a person sees. `--out FOLDER` says where the screenshots go
// (default: .tools/screenshots); those of the README are made by it too.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tools } from '../../../scripts/bootstrap/checkout.mjs';
import { writeCounts } from '../../../scripts/testing/counts.cjs';
import { findCodeHost } from '../editors.mjs';
import { looks, restrictedLooks } from './looks.mjs';
import { openWorkbench } from './workbench.mjs';

const DRAFT = 'drafts/analyse-gipfel.md';
const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(tools, 'screenshots') } } });
const host = await findCodeHost();
if (host.missing) {
  console.log(`Skipped: ${host.missing}`);
  writeCounts({ passed: 0, failed: 0, skipped: host.missing });
} else {
  mkdirSync(values.out, { recursive: true });
  const failed = [...(await lookAtAll(looks, 'off')), ...(await lookAtAll(restrictedLooks, 'ask'))];
  const all = Object.keys({ ...looks, ...restrictedLooks });
  writeCounts({ passed: all.length - failed.length, failed: failed.length });
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/** Gives the names of the looks that failed. */
async function lookAtAll(chosen, trust) {
  const workbench = await openWorkbench(DRAFT, { folder: values.out, trust });
  const failed = [];
  for (const [name, look] of Object.entries(chosen)) {
    try {
      await workbench.startAt(DRAFT);
      await look(workbench);
      console.log(`✔ ${name}`);
    } catch (error) {
      failed.push(name);
      console.error(`✖ ${name}\n${error.stack}`);
      await workbench.shoot(`failed-${failed.length}`);
    }
  }
  await workbench.close();
  return failed;
}
