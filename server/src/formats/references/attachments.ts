/** Nobody attaches more files to an entry. */
const MAX_FILES = 20;

/**
 * The paths in a `file` field as reference managers write it: `Full Text:files/1/a.pdf:application/pdf;Snapshot:files/2/b.html:text/html`
 * (`\:` and `\;` stand for themselves), or bare paths between semicolons. Relative ones are below `folder`.
 */
export function listAttachments(field: string, folder: string): readonly string[] {
  const parts = field.split(/(?<!\\);/).slice(0, MAX_FILES);
  return parts.flatMap((part) => {
    const [first = '', path, type] = part.split(/(?<!\\):/);
    return toCorpusPath(type === undefined ? part : (path ?? first), folder) ?? [];
  });
}

/** A path as the corpus names files: with `/`, relative to the corpus folder where it is not absolute. */
export function toCorpusPath(stated: string, folder: string): string | undefined {
  const path = unescape(stated)
    .trim()
    .replace(/^file:\/\/(?:localhost)?/i, '')
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/');
  if (path === '') return undefined;
  if (/^(?:\/|[a-z]:\/)/i.test(path)) return path;
  const steps: string[] = [];
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** `\:` is `:`; the other backslashes are those of Windows. */
function unescape(text: string): string {
  return text.replace(/\\([:;{}_&%#$])/g, '$1');
}
