import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** What the scripts bring from npm for themselves (Node 24, the code host); git ignores it, deleting it is always allowed. */
export const tools = path.join(root, '.tools');
