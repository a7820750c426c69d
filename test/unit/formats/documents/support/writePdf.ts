import { deflateSync } from 'node:zlib';
import { latin1 } from './show.js';

/** An object of a PDF: its text, or a stream with the text of its dictionary. */
export type PdfObject = string | { readonly dictionary?: string; readonly data: Uint8Array };

export const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** Writes a PDF object by object, numbered from 1, so that anything in it can be wrong. The first is the root. */
export function writePdf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${String(i + 1)} 0 obj\n${typeof object === 'string' ? object : writeStream(object)}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  return latin1(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${String(body.length)}\n%%EOF`,
  );
}

/** A PDF of one page with this content and these further objects, from 6 on; 4 is the content, 5 the font `/F1`. */
export function writePage(
  content: PdfObject,
  options: { resources?: string; font?: string; more?: readonly PdfObject[]; trailer?: string } = {},
): Uint8Array {
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${options.resources ?? ''}>>>>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    page,
    content,
    options.font ?? FONT,
  ];
  return writePdf([...objects, ...(options.more ?? [])], options.trailer);
}

/** The content of a page that shows a text. */
export function showText(text: string): PdfObject {
  return { data: latin1(`BT /F1 12 Tf 50 700 Td (${text}) Tj ET`) };
}

export function packed(data: Uint8Array): PdfObject {
  return { dictionary: '/Filter/FlateDecode', data: deflateSync(data, { level: 9 }) };
}

function writeStream({ dictionary = '', data }: Exclude<PdfObject, string>): string {
  let text = `<<${dictionary}/Length ${String(data.length)}>>\nstream\n`;
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return `${text}\nendstream`;
}
