import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/bootstrap/checkout.mjs';

/** A copy of the sample corpus that tests may edit. */
export function copySampleWorkspace() {
  const scratch = mkdtempSync(path.join(tmpdir(), 'fundstelle-workspace-'));
  const folder = path.join(scratch, 'corpus');
  cpSync(path.join(root, 'corpus'), folder, { recursive: true });
  const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  return { folder, remove };
}

/** Adds the hostile article and the draft about it: what no sample should show. */
export function addFixture(folder) {
  cpSync(path.join(root, 'test', 'editor', 'fixture'), folder, { recursive: true });
}
