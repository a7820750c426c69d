import path from 'node:path';
import { root } from '../bootstrap/checkout.mjs';

/** The folder that is opened, and the draft in it to try things on. */
export const sample = {
  folder: path.join(root, 'corpus'),
  draft: path.join(root, 'corpus', 'drafts', 'analyse-gipfel.md'),
};
