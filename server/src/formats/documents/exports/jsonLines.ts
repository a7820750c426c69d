import { LIMITS } from '../limits.js';
import { type ExportRecord, foldName } from './columns.js';
import type { Chunks } from '../../format.js';
import { decodeChunks } from './decodeChunks.js';
import { createExportReader, type ExportPart } from './exportReader.js';

/**
 * Reads JSON Lines: one JSON object a line. Lists with an object a line, and a single line with a list, are read too. A broken line is a
 * problem, and reading goes on behind it.
 */
export const readJsonLines = createExportReader(listParts);

/** After as many broken lines and no good one the file is something else. */
const PATIENCE = 20;

async function* listParts(chunks: Chunks): AsyncGenerator<ExportPart> {
  let broken = 0;
  let good = 0;
  for await (const { line, text } of listLines(chunks)) {
    if (text === undefined) {
      yield { kind: 'end', reason: 'it holds binary data instead of text' };
      return;
    }
    for (const part of readLine(text, line)) {
      if (part.kind === 'record') good++;
      if (part.kind === 'broken' && good === 0 && ++broken >= PATIENCE) {
        yield { kind: 'end', reason: NO_JSON_LINES };
        return;
      }
      yield part;
    }
  }
}

const NO_JSON_LINES = 'it is not in JSON Lines, where every line is a JSON object of its own';

/** The lines of a file with their numbers; those beyond measure are cut. */
async function* listLines(
  chunks: Chunks,
): AsyncGenerator<{ readonly line: number; readonly text: string | undefined }> {
  let line = 1;
  let open = '';
  for await (const piece of decodeChunks(chunks)) {
    if (typeof piece !== 'string') {
      yield { line, text: undefined };
      return;
    }
    const texts = piece.split('\n');
    for (const [i, text] of texts.entries()) {
      // One character over the limit tells a cut line.
      open = (open + text).slice(0, LIMITS.recordLength + 1);
      if (i === texts.length - 1) break;
      yield { line: line++, text: open };
      open = '';
    }
  }
  yield { line, text: open };
}

function* readLine(line: string, number: number): Generator<ExportPart> {
  if (line.length > LIMITS.recordLength) {
    yield { kind: 'broken', line: number, reason: 'it is too long' };
    return;
  }
  const text = line.trim().replace(/,$/, '');
  if (text === '' || text === '[' || text === ']') return;
  const value = parseJson(text);
  const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [i, object] of objects.entries()) {
    if (isPlainObject(object))
      yield { kind: 'record', line: number + (Array.isArray(value) ? i : 0), record: flatten(object) };
    else
      yield {
        kind: 'broken',
        line: number,
        reason: value === undefined ? 'it is not valid JSON' : 'it is no JSON object',
      };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MAX_DEPTH = 4;
const MAX_FIELDS = 1_000;

/** `{"source": {"name": "Blatt"}, "authors": [{"name": "Ada"}]}` has the fields `source.name` and `authors.name`. */
function flatten(object: Readonly<Record<string, unknown>>): ExportRecord {
  const record = new Map<string, string[]>();
  addFields(record, object, '', 0);
  return record;
}

function addFields(
  record: Map<string, string[]>,
  object: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
): void {
  for (const [name, value] of Object.entries(object)) {
    if (record.size > MAX_FIELDS) return;
    addValue(record, value, prefix + foldName(name), depth);
  }
}

function addValue(record: Map<string, string[]>, value: unknown, name: string, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) for (const entry of value.slice(0, MAX_FIELDS)) addValue(record, entry, name, depth + 1);
  else if (isPlainObject(value)) addFields(record, value, `${name}.`, depth + 1);
  else if (typeof value === 'string' || typeof value === 'number') {
    const values = record.get(name) ?? [];
    values.push(String(value));
    record.set(name, values);
  }
}
