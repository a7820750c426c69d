/** What the form of a verb tells: `subjunctive` is the German past subjunctive („träfe"). */
export type VerbForm = 'infinitive' | 'present' | 'past' | 'participle' | 'subjunctive';

/** One surface form of a trigger verb; with `particle` only where that word closes the clause („fordern … auf"). */
export interface InflectedForm {
  readonly word: string;
  readonly form: VerbForm;
  readonly particle?: string;
}
