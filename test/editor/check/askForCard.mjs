import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleTests } from '../bundleTests.mjs';
import { runInEditor } from '../runInEditor.mjs';

/**
 * Hovers the first `name` of a draft in a real VS Code, once the corpus has been read. `editor` is for `runInEditor`.
 * @returns {Promise<string>} the card as Markdown, as the extension host received it; rejects with the reason when there is none
 */
export async function askForCard({ draft, name }, editor) {
  const entry = path.join(await bundleTests('check', ['test/editor/check/hoverCheck.ts']), 'hoverCheck.cjs');
  const folder = mkdtempSync(path.join(tmpdir(), 'fundstelle-check-'));
  const file = path.join(folder, 'card.md');
  const env = { FUNDSTELLE_CHECK_DRAFT: draft, FUNDSTELLE_CHECK_NAME: name, FUNDSTELLE_CHECK_CARD: file };
  try {
    const failure = await runInEditor({ ...editor, entry, env });
    if (failure) throw new Error(failure);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many passages a card quotes with their sources. */
export function countPassages(card) {
  return card.match(/^>.*\]\(file:/gm)?.length ?? 0;
}
