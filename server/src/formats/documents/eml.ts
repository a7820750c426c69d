import { createExtracted, createReader, type DocumentBlock, type Extracted, printMegabytes } from './extracted.js';
import { LIMITS } from './limits.js';
import { readHtmlBlocks } from './markup/htmlBlocks.js';
import { createMetadata } from './metadata.js';
import { listTextBlocks } from './textBlocks.js';

/** What is needed of the library's answer. */
interface Mail {
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly from?: { readonly name?: string; readonly address?: string } | undefined;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly attachments: readonly {
    readonly filename: string | null;
    readonly content: { readonly byteLength: number };
  }[];
}

/** Parses a mail (postal-mime: all encodings, bounded nesting and headers); throws where the bounds are exceeded. */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, {
    maxNestingDepth: LIMITS.mailDepth,
    maxHeadersSize: LIMITS.mailHeaderBytes,
  });
  return mail as unknown as Mail;
}

/** Reads a mail: subject, sender, the day in the sender's time zone, and its text. Attachments are listed in a problem, not read. */
export const readEml = createReader(async (bytes, { path }) => {
  const mail = await parseMail(bytes);
  const date = findHeader(mail, 'date');
  if (date === undefined && mail.from === undefined && mail.subject === undefined)
    return { reason: 'it has no mail headers' };
  const sender = mail.from?.name === '' ? mail.from.address : mail.from?.name;
  const metadata = createMetadata({
    title: mail.subject,
    authors: sender === undefined ? [] : [sender],
    date,
    language: findHeader(mail, 'content-language'),
  });
  return [createExtracted({ metadata, blocks: await readBody(mail), problems: listAttachments(path, mail) })];
});

function findHeader(mail: Mail, key: string): string | undefined {
  return mail.headers.find((header) => header.key === key)?.value;
}

/** Many newsletters have a plain text that only says that there is HTML. */
const STUB = 4;

async function readBody(mail: Mail): Promise<readonly DocumentBlock[]> {
  const plain = listTextBlocks(mail.text ?? '');
  const rich = mail.html === undefined ? [] : await readHtmlBlocks(mail.html);
  return lengthOf(plain) * STUB < lengthOf(rich) ? rich : plain;
}

function lengthOf(blocks: readonly DocumentBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

const LISTED = 20;

function listAttachments(path: string, mail: Mail): Extracted['problems'] {
  if (mail.attachments.length === 0) return [];
  const names = mail.attachments
    .slice(0, LISTED)
    .map(({ filename, content }) => `${filename ?? 'without a name'} (${printSize(content.byteLength)})`);
  const more = mail.attachments.length > LISTED ? ', …' : '';
  const message = `has attachments that are not read: ${names.join(', ')}${more}`;
  return [{ path, severity: 'information', code: 'attachments-not-read', message }];
}

function printSize(bytes: number): string {
  return bytes < 1_000_000 ? `${String(Math.ceil(bytes / 1000))} kB` : printMegabytes(bytes);
}
