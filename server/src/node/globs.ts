import picomatch from 'picomatch';

/** Tells whether a folder-relative path with `/` fits. */
export type PathMatcher = (path: string) => boolean;

/**
 * A matcher for paths that fit at least one of the globs; no globs match nothing. Globs that `findGlobFault` refuses match
 * nothing too, so that a hostile settings file cannot make matching slow.
 */
export function createMatcher(globs: readonly string[]): PathMatcher {
  const sound = globs.filter((glob) => findGlobFault(glob) === undefined);
  return sound.length === 0 ? () => false : picomatch([...sound], { dot: false, noextglob: true });
}

/**
 * A matcher for folders of which no file below can escape the globs: those that end in `/**`. It lets a walk skip whole trees.
 */
export function createTreeMatcher(globs: readonly string[]): PathMatcher {
  return createMatcher(globs.filter((glob) => glob.endsWith('/**')));
}

/** Why a glob is not accepted, in words; undefined when it is. */
export function findGlobFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'it is empty';
  if (glob.length > 200) return 'it is longer than 200 characters';
  if (isAbsolutePath(glob)) return 'it must be relative to the corpus folder';
  const parts = glob.split(/[/\\]/);
  if (parts.some((part) => /(?:^|[{,])\.\.(?:$|[},])/.test(part))) return 'it leads out of the corpus folder';
  // Wildcards become nested quantifiers: a few are linear enough for the longest file name, many are not.
  if (parts.filter((part) => part === '**').length > 4) return 'it has more than four “**”';
  if (parts.some((part) => part !== '**' && countWildcards(part) > 3))
    return 'it has more than three “*” between two “/”';
  return undefined;
}

/** Whether a path is absolute on any platform: `/x`, `\x`, `C:\x`, `~/x`. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:|~)/.test(path);
}

function countWildcards(part: string): number {
  return part.split('*').length - 1;
}
