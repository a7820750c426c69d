import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { askForCard, countPassages } from '../../test/editor/check/askForCard.mjs';
import { findTestEditor } from '../../test/editor/editors.mjs';
import { root } from '../bootstrap/checkout.mjs';
import { StepFailed } from '../bootstrap/run.mjs';
import { sample } from './sample.mjs';

const NAME = 'Lawrow';
const WANTED_PASSAGES = 3;

/** Hovers a name of the draft in a real VS Code without a window, and prints the card with its passages as `file:line`. */
export async function checkHover() {
  const { executable, missing } = await findTestEditor();
  if (missing) throw new StepFailed(`No VS Code to check in: ${missing}.`);
  const card = await askForCard({ draft: sample.draft, name: NAME }, { executable, workspace: sample.folder });
  console.log(`Hover on „${NAME}“ in ${path.relative(root, sample.draft)}:\n\n${printCard(card)}\n`);
  const passages = countPassages(card);
  if (passages < WANTED_PASSAGES) throw new StepFailed(`${passages} passages instead of ${WANTED_PASSAGES}.`);
}

/** Markdown for a terminal: links to a file become `label (file:line)`, links to a command only what they say. */
function printCard(markdown) {
  return markdown
    .replace(
      /(?<!\\)\[((?:[^\]\\]|\\.)*)\]\((file:[^)#]*)(?:#L?(\d+)[^)]*)?\)/g,
      (_, label, uri, line) => `${label} (${printPlace(uri, line)})`,
    )
    .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\(command:[^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\\([\\`*_{}[\]<>()#+\-.!&~|$:@=])/g, '$1')
    .replace(/\s*\n/g, '\n')
    .trim();
}

function printPlace(uri, line = '1') {
  return `${path.relative(root, fileURLToPath(uri))}:${line}`;
}
