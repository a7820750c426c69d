/**
 * The path of the file that an added article was made from: beside the article, with `.original` before its extension
 * (`added/2022-01-13-genf.md` and `pdf` → `added/2022-01-13-genf.original.pdf`).
 */
export function toOriginalPath(articlePath: string, extension: string): string {
  return `${articlePath.replace(/\.md$/, '')}.original.${extension}`;
}

/** Whether a file is such an original: its article is read in its stead, so it is none itself. */
export function isOriginal(path: string): boolean {
  return /[^/]\.original(?:\.[^./]+){1,2}$/i.test(path);
}
