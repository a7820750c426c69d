import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from 'mocha';

/** Folder beside the checkout with articles and gold annotations that may be read, but not copied into the project. */
const SHARED = resolve('..', 'shared');

/** The absolute path of something in the shared folder; skips the test or suite with a clear message where it is absent. */
export function requireShared(context: Context, path: string): string {
  const absolute = resolve(SHARED, path);
  if (!existsSync(absolute)) {
    console.log(`      skipped: ../shared/${path} is not there`);
    context.skip();
  }
  return absolute;
}
