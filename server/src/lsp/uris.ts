/** The URI of a file of a corpus: `corpus` is the URI of its folder, `path` has `/` and is not encoded. */
export function toUri(corpus: string, path: string): string {
  return `${corpus.replace(/\/$/, '')}/${path.split('/').map(encodeSegment).join('/')}`;
}

/** The path below a folder that a URI names, with `/`; undefined when it lies elsewhere. Encodings do not matter. */
export function findPathBelow(folder: string, uri: string): string | undefined {
  const [base, whole] = [toComparable(folder), toComparable(uri)];
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const path = whole.startsWith(prefix) ? whole.slice(prefix.length) : '';
  return path === '' || path.split('/').some((part) => part === '..' || part === '') ? undefined : path;
}

/** The path from a folder to a file elsewhere, with `..` and `/`; undefined for what is no file of the same machine and drive. */
export function findRelativePath(folder: string, uri: string): string | undefined {
  const [base, whole] = [toComparable(folder), toComparable(uri)].map((each) =>
    each.split('/').filter((part) => part !== ''),
  );
  if (base === undefined || whole === undefined || base[0] !== 'file:' || whole[0] !== 'file:') return undefined;
  let shared = 0;
  while (shared < whole.length - 1 && base[shared] === whole[shared]) shared++;
  const isOtherDrive = shared === 1 && [base[1], whole[1]].some((part) => /^[a-z]:$/.test(part ?? ''));
  return isOtherDrive ? undefined : [...base.slice(shared).map(() => '..'), ...whole.slice(shared)].join('/');
}

/**
 * A form in which equal URIs are equal strings: decoded, so that `%C3%BC` and `ü` are one, with a drive letter in lower case.
 * What cannot be decoded stays as it is.
 */
export function toComparable(uri: string): string {
  return decodeUri(uri).replace(
    /^(file:\/\/\/)([A-Za-z]):/,
    (_, scheme: string, drive: string) => `${scheme}${drive.toLowerCase()}:`,
  );
}

/** The `file:` URI of an absolute path, as clients that know no workspace folders send it. */
export function toFileUri(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return `file://${slashed.startsWith('/') ? '' : '/'}${slashed.split('/').map(encodeSegment).join('/')}`;
}

/** Parentheses too, since the URI may stand in a Markdown link. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What cannot be decoded stays as it is. */
export function decodeUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
