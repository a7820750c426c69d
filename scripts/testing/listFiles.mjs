import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/checkout.mjs';

/** Files below a folder of the checkout whose names end in `suffix`, as sorted paths with `/`, relative to the checkout. */
export function listFiles(folder, suffix) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(suffix))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort();
}
