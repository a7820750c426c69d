import path from 'node:path';
import { writeCounts } from '../../scripts/testing/counts.cjs';
import { listFiles } from '../../scripts/testing/listFiles.mjs';
import { bundleTests } from './bundleTests.mjs';
import { findTestEditor } from './editors.mjs';
import { runInEditor } from './runInEditor.mjs';
import { addFixture, copySampleWorkspace } from './sampleWorkspace.mjs';

// The suites in `suite/` inside a real VS Code; mocha's reporter there leaves the counts.
const editor = await findTestEditor();
if (editor.missing) {
  console.log(`Skipped: ${editor.missing}`);
  writeCounts({ passed: 0, failed: 0, skipped: editor.missing });
} else {
  const folder = await bundleTests('suite', listFiles('test/editor/suite', '.ts'));
  const workspace = copySampleWorkspace();
  addFixture(workspace.folder);
  const entry = path.join(folder, 'index.cjs');
  const failure = await runInEditor({ executable: editor.executable, entry, workspace: workspace.folder });
  workspace.remove();
  if (failure) {
    console.error(failure);
    process.exitCode = 1;
  }
}
