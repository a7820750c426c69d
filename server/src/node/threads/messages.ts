import type { ArticleId, ExtractedInput } from '../../core/article/article.js';
import type { Problem } from '../../core/problem.js';
import type { AnalysedPart } from '../../service/ports.js';

/** What an analysis thread is asked. Paths go over, never texts; facts come back. */
export type AnalysisRequest =
  | { readonly kind: 'analyse'; readonly job: number; readonly path: string; readonly known: string | undefined }
  /** So many more parts may be sent. */
  | { readonly kind: 'more'; readonly job: number; readonly count: number }
  | { readonly kind: 'cancel'; readonly job: number }
  | { readonly kind: 'text'; readonly call: number; readonly id: ArticleId };

export type AnalysisAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'part'; readonly job: number; readonly part: AnalysedPart }
  | { readonly kind: 'end'; readonly job: number }
  | { readonly kind: 'text'; readonly call: number; readonly input: ExtractedInput | undefined };

/** So many parts may be on the way of one file before the thread waits for `more`. */
export const CREDIT = 16;

/** What the index thread is asked. */
export type IndexRequest =
  | { readonly kind: 'index'; readonly call: number }
  | { readonly kind: 'refresh' | 'renew'; readonly call: number; readonly paths: readonly string[] }
  | { readonly kind: 'text'; readonly call: number; readonly id: ArticleId }
  | { readonly kind: 'prefer'; readonly paths: readonly string[] }
  /** Nobody waits for the run under way any more. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'close' };

export type IndexAnswer =
  /** The index is there; `problems` are what was wrong with the one before. */
  | { readonly kind: 'opened'; readonly problems: readonly Problem[] }
  /** No index can be kept here. */
  | { readonly kind: 'unavailable'; readonly problems: readonly Problem[] }
  | { readonly kind: 'damaged'; readonly message: string }
  | { readonly kind: 'state'; readonly progress: { readonly done: number; readonly total: number } | undefined }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly call: number; readonly error?: string }
  | { readonly kind: 'text'; readonly call: number; readonly input: ExtractedInput | undefined }
  | { readonly kind: 'closed' };
