import { decodeText } from './encoding/decodeText.js';
import type { ReferenceFile } from './references/referenceFile.js';
import { parseCslJson } from './references/cslJson.js';

/**
 * Reads a file of references, CSL-JSON or BibTeX by its name. `path` is corpus-relative; what is wrong with entries are problems at their
 * places. `pause` lets others have their turn. Never rejects.
 */
export async function parseReferences(
  path: string,
  bytes: Uint8Array,
  pause: () => Promise<void>,
): Promise<ReferenceFile> {
  const { text } = await decodeText(bytes);
  if (text === undefined) return refuse(path, 'is not text: it holds binary data');
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  if (/\.json$/i.test(path)) return parseCslJson(path, text, folder);
  if (!/\.bib(?:tex)?$/i.test(path)) return refuse(path, 'is no file of references: those end in .json or .bib');
  // Only a corpus that has BibTeX pays for the library.
  const { parseBibtex } = await import('./references/bibtex.js');
  return parseBibtex(path, text, { folder, pause });
}

function refuse(path: string, message: string): ReferenceFile {
  return { references: [], problems: [{ path, severity: 'error', code: 'references', message }] };
}
