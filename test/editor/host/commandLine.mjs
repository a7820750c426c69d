import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Reads the arguments that @vscode/test-electron gives to the desktop's executable. Those that mean nothing here
 * (`--no-sandbox`, `--skip-welcome` ...) are passed over.
 */
export function parseCommandLine(argv) {
  const options = { developmentPaths: [], files: [], disableExtensions: false };
  for (const argument of argv) {
    const [, name, value = ''] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name) takeOption(options, name, value);
    else takePlace(options, argument);
  }
  return options;
}

function takeOption(options, name, value) {
  if (name === 'extensionDevelopmentPath') options.developmentPaths.push(toPath(value));
  else if (name === 'extensionTestsPath') options.tests = toPath(value);
  else if (name === 'folder-uri' || name === 'file-uri') takePlace(options, toPath(value));
  else if (name === 'user-data-dir') options.userData = value;
  else if (name === 'extensions-dir') options.extensions = value;
  else if (name === 'disable-extensions') options.disableExtensions = true;
}

function takePlace(options, place) {
  const file = path.resolve(place);
  if (file.endsWith('.code-workspace')) options.workspace = file;
  else if (existsSync(file) && statSync(file).isDirectory()) options.folder = file;
  else options.files.push(file);
}

const toPath = (value) => (value.startsWith('file:') ? fileURLToPath(value) : value);
