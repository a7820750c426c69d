// Put in by the bundler from package.json; a run from unbundled sources has none.
declare const FUNDSTELLE_VERSION: string | undefined;

/** The version of the package. */
export const VERSION: string = typeof FUNDSTELLE_VERSION === 'string' ? FUNDSTELLE_VERSION : '0.0.0-development';
