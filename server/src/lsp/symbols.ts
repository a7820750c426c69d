import { CompletionItemKind, type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion, DocumentSymbolEntry } from '../service/answers.js';
import { toRange } from './convert.js';

type Kind = DocumentSymbolEntry['kind'];

/** LSP's kinds are a programmer's: those were taken whose icons say most in an outline. */
export const SYMBOL_KINDS: Readonly<Record<Kind, SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  country: SymbolKind.Namespace,
  place: SymbolKind.Field,
  group: SymbolKind.Enum,
  event: SymbolKind.Event,
  heading: SymbolKind.String,
  quotation: SymbolKind.Constant,
};

export const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  person: CompletionItemKind.Class,
  organization: CompletionItemKind.Module,
  country: CompletionItemKind.Struct,
  place: CompletionItemKind.Field,
  group: CompletionItemKind.Enum,
  event: CompletionItemKind.Event,
};

/** A symbol of an open document. */
export function toDocumentSymbol(document: TextDocument, entry: DocumentSymbolEntry): DocumentSymbol {
  const range = toRange(document, entry.span);
  // Clients refuse a symbol without a name.
  return {
    name: entry.name.trim() || '…',
    detail: entry.detail,
    kind: SYMBOL_KINDS[entry.kind],
    range,
    selectionRange: range,
  };
}
