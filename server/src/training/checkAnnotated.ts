import type { Problem } from '../core/problem.js';
import type { Span } from '../core/text/span.js';
import type { AnnotatedFile, AnnotatedMention, AnnotatedText } from './annotatedText.js';
import { type AnnotatedCounts, countAnnotated, type PlacedText } from './countAnnotated.js';
import { readAnnotated } from './readAnnotated.js';

const TEXT_LENGTH = { least: 3, most: 30 };

/**
 * Checks annotated files together: gives the problems of their markup and texts, and what they amount to. A `warning` is a name
 * that is marked elsewhere in its text: nothing is certain about it, everything else is an `error`. Linear in their length.
 */
export function checkAnnotated(files: readonly AnnotatedFile[]): {
  readonly problems: readonly Problem[];
  readonly counts: AnnotatedCounts;
} {
  const problems: Problem[] = [];
  const homes = new Map<string, string>();
  const texts: PlacedText[] = [];
  for (const file of files) {
    const read = readAnnotated(file.path, file.content);
    problems.push(...read.problems);
    for (const text of read.texts) {
      problems.push(...checkId(text, file.path, homes), ...checkLength(text, file.path));
      problems.push(...checkKinds(text, file.path), ...findUnmarkedNames(text, file.path));
      texts.push({ file, text });
    }
  }
  return { problems, counts: countAnnotated(texts) };
}

function checkId({ id, sentences }: AnnotatedText, path: string, homes: Map<string, string>): readonly Problem[] {
  const earlier = homes.get(id);
  homes.set(id, path);
  const span = sentences[0]?.source;
  const home = `${id.slice(0, id.lastIndexOf('-'))}.txt`;
  return [
    ...(earlier === undefined ? [] : [textProblem(path, span, `${id} stands in ${earlier} too`)]),
    ...(path.split('/').at(-1) === home ? [] : [textProblem(path, span, `${id} belongs into ${home}`)]),
  ];
}

function checkLength({ id, sentences }: AnnotatedText, path: string): readonly Problem[] {
  const { length } = sentences;
  if (TEXT_LENGTH.least <= length && length <= TEXT_LENGTH.most) return [];
  return [textProblem(path, sentences[0]?.source, `${id} has ${String(length)} sentences, not 3 to 30`)];
}

function checkKinds(text: AnnotatedText, path: string): readonly Problem[] {
  const first = new Map<string, AnnotatedMention>();
  return text.mentions.flatMap((mention) => {
    const { actor, kind, start } = mention;
    const known = first.get(actor);
    if (!known) first.set(actor, mention);
    if (!known || known.kind === kind) return [];
    return [textProblem(path, findSource(text, start), `${actor} is ${known.kind} and ${kind}`)];
  });
}

/** A word that is a marked name in one place of a text and unmarked in another: mostly forgotten, rarely a common noun. */
function findUnmarkedNames(text: AnnotatedText, path: string): readonly Problem[] {
  const names = new Set<string>();
  const covered = new Set<number>();
  for (const { start, end } of text.mentions) {
    names.add(text.text.slice(start, end));
    for (let at = start; at < end; at++) covered.add(at);
  }
  return [...text.text.matchAll(/\p{L}[\p{L}\p{N}]*/gu)]
    .filter(({ 0: word, index }) => names.has(word) && !covered.has(index))
    .map(({ 0: word, index }) => ({
      ...textProblem(path, findSource(text, index), `${word} is marked elsewhere in this text, but not here`),
      severity: 'warning',
      code: 'annotated-unmarked',
    }));
}

function findSource({ sentences }: AnnotatedText, offset: number): Span | undefined {
  return sentences.find(({ end }) => offset < end)?.source;
}

function textProblem(path: string, span: Span | undefined, message: string): Problem {
  return { path, ...(span && { span }), severity: 'error', code: 'annotated-text', message };
}
