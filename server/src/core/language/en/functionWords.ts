/** Articles and pronouns after which a common noun stands; lower case. */
export const ENGLISH_DETERMINERS: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my your no every each some any all many several two three four'.split(
    ' ',
  ),
);
