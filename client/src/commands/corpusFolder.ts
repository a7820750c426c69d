import * as path from 'node:path';
import * as vscode from 'vscode';
import { findBareCorpusFolder } from '../corpusState.js';

/** Picks a folder of articles and names it in the settings: of the workspace folder it lies in, else of the user. */
export async function openCorpus(): Promise<void> {
  const [picked] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Use as Corpus'),
      title: vscode.l10n.t('Folder with the articles'),
    })) ?? [];
  if (picked === undefined) return;
  const folder = vscode.workspace.getWorkspaceFolder(picked);
  const settings = vscode.workspace.getConfiguration('fundstelle', folder);
  if (folder === undefined) await settings.update('corpus', picked.fsPath, vscode.ConfigurationTarget.Global);
  else await settings.update('corpus', toRelative(folder, picked), vscode.ConfigurationTarget.WorkspaceFolder);
}

/** Writes a first `corpus.yaml` into a bare `corpus/`, else into the workspace folder, and opens it. */
export async function createCorpus(): Promise<void> {
  const folder = (await findBareCorpusFolder()) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder, 'corpus.yaml');
  const isThere = await Promise.resolve(vscode.workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
  if (!isThere) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(writeSettings(folder)));
  await vscode.window.showTextDocument(file);
}

function toRelative(folder: vscode.WorkspaceFolder, picked: vscode.Uri): string {
  return path.posix.relative(folder.uri.path, picked.path) || '.';
}

function writeSettings(folder: vscode.Uri): string {
  const name = folder.path.split('/').at(-1) ?? '';
  return [
    `# ${vscode.l10n.t('A folder with this file is a corpus. Paths are relative to it.')}`,
    `name: ${JSON.stringify(name)}`,
    '',
    `# ${vscode.l10n.t('What is read, and what never is.')}`,
    'include: ["**/*.{txt,md,html,htm,html.gz,mhtml,pdf,docx,odt,epub,eml,jsonl,ndjson,csv,tsv,rss,atom,xml}"]',
    'exclude: ["**/drafts/**", "README.md"]',
    '',
    `# ${vscode.l10n.t("The writers' decisions about names.")}`,
    'authority: authority.yaml',
    '',
  ].join('\n');
}
