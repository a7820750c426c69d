/** Articles, pronouns and fused prepositions after which a common noun stands; folded. */
export const GERMAN_DETERMINERS: ReadonlySet<string> = new Set(
  `der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur beim vom ins ans ubers furs
  dieser diese dieses diesen diesem jeder jede jedes jeden jedem sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres
  unser unsere unseren unserem unserer mein meine meinen meinem meiner alle aller allen viele vieler vielen mehrere mehrerer zwei drei vier`.split(
    /\s+/,
  ),
);
