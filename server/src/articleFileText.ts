import { decodeText } from './formats/encoding/decodeText.js';
import { readWithin } from './node/corpusFolder.js';

/** The text of a file of the corpus folder, as articles that are text have it; undefined when it cannot be read. */
export async function findArticleFileText(root: string, path: string): Promise<string | undefined> {
  const read = await readWithin(root, path);
  return 'bytes' in read ? (await decodeText(read.bytes)).text : undefined;
}
