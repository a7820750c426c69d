import type { Refusal } from '../adding/adding.js';
import type { Locale } from './messages.js';

/** What is said to people about adding an article. */
export interface AddingMessages {
  /** Why nothing was added, by reason. */
  readonly refusals: Readonly<Record<Refusal['refused'], (detail: string) => string>>;
  /** The page came from another host than the one that was asked. */
  otherHosts(hosts: readonly string[]): string;
}

const ENGLISH: AddingMessages = {
  refusals: {
    'no-web-address': (address) => `This is no http or https address: ${address}`,
    credentials: () => 'An address with a user name or password is not opened.',
    port: (port) => `Only the usual ports of the web are opened, not ${port}.`,
    'closed-address': (host) => `${host} leads to an address of a private or special network, which is not opened.`,
    'too-many-redirects': (host) => `${host} leads from address to address; more than five are not followed.`,
    status: (status) => `The server does not give the page: it answers ${status}.`,
    'content-type': (type) => `What the server gives cannot be read as an article: ${type}`,
    'too-large': (size) => `The page is larger than ${size}.`,
    'too-slow': (seconds) => `The page did not come within ${seconds} seconds.`,
    unreachable: (reason) => `The page cannot be had: ${reason}`,
    unreadable: (problem) => `No article was added: ${problem}`,
    empty: () => 'No article was added: there is no text in it.',
    'many-articles': (count) =>
      `The file holds ${count} articles. Put the file itself into the corpus folder: it is read as it is.`,
    'in-corpus': (path) => `The file is an article of the corpus already: ${path}`,
    'not-included': (path) => `The settings of the corpus (corpus.yaml) do not include ${path}.`,
    unwritable: (problem) => `No article was added: ${problem}`,
    'file-too-large': (size) => `What is larger than ${size} is not added.`,
  },
  otherHosts: (hosts) => `The address led on to: ${hosts.join(', ')}`,
};

const GERMAN: AddingMessages = {
  refusals: {
    'no-web-address': (address) => `Das ist keine Adresse mit http oder https: ${address}`,
    credentials: () => 'Eine Adresse mit Benutzername oder Kennwort wird nicht geöffnet.',
    port: (port) => `Nur die üblichen Ports des Webs werden geöffnet, nicht ${port}.`,
    'closed-address': (host) =>
      `${host} führt zu einer Adresse in einem privaten oder besonderen Netz; sie wird nicht geöffnet.`,
    'too-many-redirects': (host) =>
      `${host} leitet von Adresse zu Adresse weiter; mehr als fünfmal wird nicht gefolgt.`,
    status: (status) => `Der Server gibt die Seite nicht heraus: Er antwortet mit ${status}.`,
    'content-type': (type) => `Was der Server liefert, lässt sich nicht als Artikel lesen: ${type}`,
    'too-large': (size) => `Die Seite ist größer als ${size}.`,
    'too-slow': (seconds) => `Die Seite kam nicht innerhalb von ${seconds} Sekunden.`,
    unreachable: (reason) => `Die Seite ist nicht zu bekommen: ${reason}`,
    unreadable: (problem) => `Es wurde kein Artikel hinzugefügt: ${problem}`,
    empty: () => 'Es wurde kein Artikel hinzugefügt: Es ist kein Text darin.',
    'many-articles': (count) =>
      `Die Datei enthält ${count} Artikel. Legen Sie die Datei selbst in den Ordner des Korpus: Sie wird gelesen, wie sie ist.`,
    'in-corpus': (path) => `Die Datei ist schon ein Artikel des Korpus: ${path}`,
    'not-included': (path) => `Die Einstellungen des Korpus (corpus.yaml) schließen ${path} nicht ein.`,
    unwritable: (problem) => `Es wurde kein Artikel hinzugefügt: ${problem}`,
    'file-too-large': (size) => `Was größer ist als ${size}, wird nicht hinzugefügt.`,
  },
  otherHosts: (hosts) => `Die Adresse führte weiter zu: ${hosts.join(', ')}`,
};

const MESSAGES: Readonly<Record<Locale, AddingMessages>> = { en: ENGLISH, de: GERMAN };

/** The messages about adding in a language. */
export function getAddingMessages(locale: Locale): AddingMessages {
  return MESSAGES[locale];
}
