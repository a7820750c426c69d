import type { Span } from '../../core/text/span.js';
import type { EvidencePlace } from '../../store/ports.js';
import type { Target } from '../answers.js';

/** The place that a passage of evidence leads to, from the `origin` that was asked about. */
export function toTarget({ article, passage, mention }: EvidencePlace, origin: Span): Target {
  return { origin, article, span: mention, passage };
}
