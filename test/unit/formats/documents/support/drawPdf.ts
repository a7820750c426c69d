import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';

/** A line of text on a page of A4 size; `top` counts from the upper edge, in points. */
export interface DrawnLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size?: number;
  readonly bold?: true;
}

const HEIGHT = 842;

/** Draws a PDF with pdf-lib. */
export async function drawPdf(
  pages: readonly (readonly DrawnLine[])[],
  properties: { readonly title?: string; readonly author?: string; readonly created?: string } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const regular = await document.embedFont(StandardFonts.TimesRoman);
  const bold = await document.embedFont(StandardFonts.TimesRomanBold);
  document.setProducer('a press');
  document.setCreator('a desk');
  if (properties.title !== undefined) document.setTitle(properties.title);
  if (properties.author !== undefined) document.setAuthor(properties.author);
  if (properties.created !== undefined) document.setCreationDate(new Date(properties.created));
  for (const lines of pages) {
    const page = document.addPage([595, HEIGHT]);
    for (const { text, left, top, size = 11, bold: isBold } of lines) {
      const font: PDFFont = isBold ? bold : regular;
      page.drawText(text, { x: left, y: HEIGHT - top, size, font });
    }
  }
  return document.save();
}

/** Lines of a column, 14 points each, from a text with `/` between them; `>` indents a line. */
export function column(left: number, top: number, text: string): readonly DrawnLine[] {
  return text.split('/').map((line, i) => {
    const indent = line.startsWith('>') ? 14 : 0;
    return { text: line.replace('>', '').trim(), left: left + indent, top: top + 14 * i };
  });
}
