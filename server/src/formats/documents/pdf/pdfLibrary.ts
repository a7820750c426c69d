/** What is used of PDF.js; its own types would bring a browser's whole library into the project. */
export interface PdfLibrary {
  getDocument(options: Readonly<Record<string, unknown>>): PdfLoadingTask;
}

export interface PdfLoadingTask {
  readonly promise: Promise<PdfDocument>;
  destroy(): Promise<void>;
}

export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
}

export interface PdfPage {
  getViewport(options: { readonly scale: number }): PdfViewport;
  streamTextContent(): { getReader(): PdfTextReader };
  cleanup(): boolean;
}

export interface PdfViewport {
  readonly height: number;
  /** From the page's own space to one with its origin at the top left, rotated as the page is shown. */
  readonly transform: readonly number[];
}

export interface PdfTextReader {
  read(): Promise<{ readonly done: boolean; readonly value?: { readonly items: readonly PdfTextItem[] } }>;
  cancel(reason: Error): Promise<void>;
}

/** A piece of text as the page draws it. */
export interface PdfTextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/**
 * Loads PDF.js, in the build of unpdf: one file that runs in the thread it is called in, without a worker, canvas, font files or
 * generated code. Character maps of East Asian fonts are not part of it.
 */
export async function loadPdfLibrary(): Promise<PdfLibrary> {
  return (await import('unpdf/pdfjs')) as unknown as PdfLibrary;
}

/** Opens a document. The library takes the bytes over, so it gets a copy; it is silent, and loads nothing from anywhere. */
export function openPdf(library: PdfLibrary, bytes: Uint8Array): PdfLoadingTask {
  return library.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
  });
}
