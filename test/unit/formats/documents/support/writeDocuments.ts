import { strToU8, zipSync } from 'fflate';

/** Packs texts as an archive, by name. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

/** A Word document of this body and these further parts. */
export function writeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** An OpenDocument text of this body, these automatic styles and these further parts. */
export function writeOdt(body: string, styles = '', parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const content = `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`;
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content>${content}</office:document-content>`,
    ...parts,
  });
}

/** A book of these chapters, by the names of their files below `OEBPS`. */
export function writeEpub(
  chapters: Readonly<Record<string, string>>,
  options: { readonly metadata?: string; readonly parts?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map((name, i) => `<item id="c${String(i)}" href="${name}" media-type="application/xhtml+xml"/>`);
  const spine = names.map((_, i) => `<itemref idref="c${String(i)}"/>`);
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${options.metadata ?? ''}</metadata><manifest>${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    ...Object.fromEntries(
      Object.entries(chapters).map(([name, body]) => [
        `OEBPS/${decodeURIComponent(name)}`,
        `<html><head><title>x</title></head><body>${body}</body></html>`,
      ]),
    ),
    ...options.parts,
  });
}
