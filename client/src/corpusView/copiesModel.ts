import type { ArticleRow } from '../../../server/src/protocol/protocol.js';
import type { Translate } from './viewNodeModel.js';

/** So many other outlets are named on a line. */
const MAX_OUTLETS = 3;

/** „also in Bote, Ledger and 2 more"; empty where no other outlet prints the same. */
export function printCopies({ alsoIn }: Pick<ArticleRow, 'alsoIn'>, t: Translate): string {
  if (alsoIn.length === 0) return '';
  const named = alsoIn.slice(0, MAX_OUTLETS).join(', ');
  const rest = alsoIn.length - MAX_OUTLETS;
  return rest > 0 ? t('also in {0} and {1} more', named, rest) : t('also in {0}', named);
}
