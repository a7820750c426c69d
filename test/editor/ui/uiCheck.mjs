// Drives the workbench as a person would and looks at what a person sees. `--out FOLDER` says where the screenshots go
// (default: .tools/screenshots); those of the README are made by it too.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tools } from '../../../scripts/bootstrap/checkout.mjs';
import { writeCounts } from '../../../scripts/testing/counts.cjs';
import { findCodeHost } from '../editors.mjs';
import { looks } from './looks.mjs';
import { openWorkbench } from './workbench.mjs';

const DRAFT = 'drafts/analyse-gipfel.md';
const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(tools, 'screenshots') } } });
const host = await findCodeHost();
if (host.missing) {
  console.log(`Skipped: ${host.missing}`);
  writeCounts({ passed: 0, failed: 0, skipped: host.missing });
} else {
  mkdirSync(values.out, { recursive: true });
  const failed = await lookAtEverything(values.out);
  writeCounts({ passed: Object.keys(looks).length - failed, failed });
  process.exitCode = failed > 0 ? 1 : 0;
}

/** Gives the number of looks that failed. */
async function lookAtEverything(folder) {
  const workbench = await openWorkbench(DRAFT, folder);
  let failed = 0;
  for (const [name, look] of Object.entries(looks)) {
    try {
      await workbench.startAt(DRAFT);
      await look(workbench);
      console.log(`✔ ${name}`);
    } catch (error) {
      failed += 1;
      console.error(`✖ ${name}\n${error.stack}`);
      await workbench.shoot(`failed-${failed}`);
    }
  }
  await workbench.close();
  return failed;
}
