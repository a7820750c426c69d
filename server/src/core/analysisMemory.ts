import { ActorMemory } from './actors/recogniseActors.js';
import type { Language } from './article/article.js';
import { EventMemory } from './events/findEvents.js';
import type { DateMention } from './facts.js';
import type { Knowledge } from './knowledge.js';
import { QuoteMemory } from './quotes/findQuotes.js';
import { ParagraphMemory } from './text/prose.js';
import type { Keeps } from './text/slices.js';
import { ParagraphStep } from './text/steps.js';

/** What the steps remember of the version of a text that was read last. */
export class TextMemory {
  readonly paragraphs: ParagraphMemory;
  readonly actors: ActorMemory;
  readonly dates: ParagraphStep<readonly DateMention[]>;
  readonly quotes: QuoteMemory;
  readonly events: EventMemory;

  constructor(keeps: Keeps) {
    this.paragraphs = new ParagraphMemory(keeps);
    this.actors = new ActorMemory(keeps);
    this.dates = new ParagraphStep(keeps);
    this.quotes = new QuoteMemory(keeps);
    this.events = new EventMemory(keeps);
  }
}

/** What the analysis of one text leaves for that of its next version. It holds but one version, however many were read. */
export class AnalysisMemory {
  readonly #keeps: Keeps;
  #text: TextMemory;
  #language: Language | undefined;
  #knowledge: Knowledge | undefined;
  #isOpen = false;

  constructor(keeps: Keeps = 'version') {
    this.#keeps = keeps;
    this.#text = new TextMemory(keeps);
  }

  /** The memory for the next version: an empty one where it is read in another way, or where the last one was not read to its end. */
  open(language: Language, knowledge: Knowledge): TextMemory {
    const fits = !this.#isOpen && this.#language === language && this.#knowledge === knowledge;
    if (!fits) this.#text = new TextMemory(this.#keeps);
    this.#language = language;
    this.#knowledge = knowledge;
    this.#isOpen = true;
    return this.#text;
  }

  close(): void {
    this.#isOpen = false;
  }
}
