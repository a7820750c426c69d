import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities.js';
import { asObject, DEFAULT_SETTINGS, findScope, parseSettings, type Settings } from './settings.js';

/** A client that does not answer a configuration request must not keep the server waiting. */
const PATIENCE_MS = 3000;

/**
 * Where settings come from: asked of the client where it answers, else what it sent at the start or with a change.
 * What was asked is kept until `forget`.
 */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #client: ClientAbilities;
  readonly #initializationOptions: unknown;
  readonly #asked = new Map<string, Promise<Settings>>();
  readonly #initial: Settings;
  #sent: Settings;

  constructor(connection: Connection, client: ClientAbilities, initializationOptions: unknown) {
    this.#connection = connection;
    this.#client = client;
    this.#initializationOptions = initializationOptions;
    // Initialization options are part of the editor's own configuration, so they are the user's word.
    this.#initial = parseSettings(initializationOptions, 'user');
    this.#sent = this.#initial;
  }

  /** The settings of a workspace folder, or of the window when no folder is named. Never rejects. */
  get(folder = ''): Promise<Settings> {
    if (!this.#client.answersConfiguration) return Promise.resolve(this.#sent);
    const known = this.#asked.get(folder) ?? this.#ask(folder);
    this.#asked.set(folder, known);
    return known;
  }

  /** The client says that settings changed; older clients send them along. */
  change(sent: unknown): void {
    this.#asked.clear();
    const section = asObject(sent)['fundstelle'];
    if (section !== undefined && section !== null) this.#sent = this.#complete(parseSettings(section, 'workspace'));
  }

  async #ask(folder: string): Promise<Settings> {
    const item = folder === '' ? { section: 'fundstelle' } : { section: 'fundstelle', scopeUri: folder };
    const answer: Promise<unknown> = this.#connection.workspace.getConfiguration(item);
    try {
      const value = await Promise.race([answer, giveUp()]);
      // A client without such a section answers null; what the editor's configuration said at the start still holds.
      return value == null
        ? this.#sent
        : this.#complete(parseSettings(value, findScope(value, this.#initializationOptions)));
    } catch (error) {
      this.#connection.console.warn(`Settings cannot be had, defaults are used: ${String(error)}`);
      return DEFAULT_SETTINGS;
    }
  }

  /** A corpus that was named at the start stays named until another one is. */
  #complete(settings: Settings): Settings {
    const { corpus } = this.#initial;
    return settings.corpus === undefined && corpus !== undefined ? { ...settings, corpus } : settings;
  }
}

function giveUp(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('no answer from the client'));
    }, PATIENCE_MS).unref();
  });
}
