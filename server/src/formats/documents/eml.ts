import type { Problem } from '../../core/problem.js';
import { createCutWarning, createExtracted, createReader, type DocumentBlock, printMegabytes } from './extracted.js';
import { type Mail, openMail } from './mail.js';
import { readHtmlBlocks } from './markup/htmlBlocks.js';
import { createMetadata } from './metadata.js';
import type { MimePart } from './mimeParts.js';
import { listTextBlocks } from './textBlocks.js';

/** Reads a mail: subject, sender, the day in the sender's time zone, and its text. Attachments are listed in a problem, not read. */
export const readEml = createReader(async (bytes, { path }) => {
  const mail = await openMail(bytes);
  const { head } = mail;
  const date = findHeader(mail, 'date');
  if (date === undefined && head.from === undefined && head.subject === undefined)
    return { reason: 'it has no mail headers' };
  const sender = head.from?.name === '' ? head.from.address : head.from?.name;
  const metadata = createMetadata({
    title: head.subject,
    authors: sender === undefined ? [] : [sender],
    date,
    language: findHeader(mail, 'content-language'),
  });
  const texts = mail.parts.filter(isText);
  const isCut = texts.length > MAX_TEXTS || texts.some((part) => mail.isCut(part));
  const problems = [...(isCut ? [createCutWarning(path)] : []), ...(await listAttachments(path, mail))];
  return [createExtracted({ metadata, blocks: await readBody(mail, texts), problems })];
});

function findHeader({ head }: Mail, key: string): string | undefined {
  return head.headers.find((header) => header.key === key)?.value;
}

function isText({ type, isAttachment }: MimePart): boolean {
  return !isAttachment && (type === 'text/plain' || type === 'text/html');
}

const MAX_TEXTS = 20;
/** Many newsletters have a plain text that only says that there is HTML. */
const STUB = 4;

async function readBody(mail: Mail, texts: readonly MimePart[]): Promise<readonly DocumentBlock[]> {
  const bodies = await Promise.all(texts.slice(0, MAX_TEXTS).map((part) => mail.read(part, 'all')));
  const plain = bodies.flatMap(({ text, html }) => (html === undefined ? listTextBlocks(text ?? '') : []));
  const rich = (await Promise.all(bodies.map(({ html }) => readHtmlBlocks(html ?? '')))).flat();
  return lengthOf(plain) * STUB < lengthOf(rich) ? rich : plain;
}

function lengthOf(blocks: readonly DocumentBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

const LISTED = 20;

async function listAttachments(path: string, mail: Mail): Promise<readonly Problem[]> {
  const parts = mail.parts.filter((part) => !isText(part));
  if (parts.length === 0) return [];
  const names: string[] = [];
  for (const part of parts.slice(0, LISTED)) {
    const { attachments } = await mail.read(part, 'headers');
    names.push(`${attachments[0]?.filename ?? part.type} (${printSize(part.size)})`);
  }
  const more = parts.length > LISTED ? ', …' : '';
  const message = `has attachments that are not read: ${names.join(', ')}${more}`;
  return [{ path, severity: 'information', code: 'attachments-not-read', message }];
}

function printSize(bytes: number): string {
  return bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} kB` : printMegabytes(bytes);
}
