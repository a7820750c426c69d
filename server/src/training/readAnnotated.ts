import type { Problem } from '../core/problem.js';
import { listLines } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import type { AnnotatedText, Heading, Report, SentenceLine } from './annotatedText.js';
import { assembleText } from './assembleText.js';
import { isDate } from './labels.js';
import { type Fault, readMarks } from './markup.js';

const HEADING = /^== ([a-z]+(?:-[a-z]+)*-\d+-\d{3})((?: \| [^|]+)*)$/;

/**
 * Reads a file of annotated sentences (markup: `server/data/annotated/README.md`). What cannot be read is a Problem at its place
 * in the file; the rest of the line and of the file is used. Linear in the length of the file.
 */
export function readAnnotated(
  path: string,
  file: string,
): { readonly texts: readonly AnnotatedText[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (span, message) =>
    void problems.push({ path, span, severity: 'error', code: 'annotated-markup', message });
  const texts: AnnotatedText[] = [];
  let heading: Heading | undefined;
  let lines: (SentenceLine | undefined)[] = [];
  const finish = (): void => {
    if (heading) texts.push(assembleText(heading, lines, report));
    lines = [];
  };
  for (const span of listLines(file)) {
    const line = file.slice(span.start, span.end);
    if (line.startsWith('#')) continue;
    if (line.startsWith('==')) {
      finish();
      heading = readHeading(line, span, report);
    } else if (line.trim() === '') lines.push(undefined);
    else if (heading) lines.push(readLine(line, span, report));
    else report(span, 'a sentence before the first heading');
  }
  finish();
  return { texts, problems };
}

function readLine(line: string, source: Span, report: Report): SentenceLine {
  const { plain, marks, faults } = readMarks(line);
  if (line !== line.trim() || /\s\s|\t/.test(plain)) report(source, 'spaces at the border of the line, or doubled');
  faults.forEach((fault: Fault) => {
    report({ start: source.start + fault.start, end: source.start + fault.end }, fault.message);
  });
  return { plain, marks, source };
}

function readHeading(line: string, span: Span, report: Report): Heading {
  const match = HEADING.exec(line);
  if (!match) report(span, 'a heading is: == genre-1-001 | date 2023-05-04 | place Berlin | dev');
  let heading: Heading = { id: match?.[1] ?? line.slice(2).trim(), isDev: false };
  for (const field of (match?.[2] ?? '').split(' | ').slice(1)) {
    const [name = '', value = ''] = splitOnce(field.trim());
    if (name === 'dev' && value === '') heading = { ...heading, isDev: true };
    else if (name === 'place' && value !== '') heading = { ...heading, place: value };
    else if (name === 'date' && isDate(value)) heading = { ...heading, date: value };
    else report(span, `no field of a heading: ${field}`);
  }
  return heading;
}

function splitOnce(field: string): readonly string[] {
  const space = field.indexOf(' ');
  return space === -1 ? [field] : [field.slice(0, space), field.slice(space + 1).trim()];
}
