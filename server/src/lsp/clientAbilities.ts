import type { ClientCapabilities, InitializeParams, MarkupKind } from 'vscode-languageserver';
import { asObject } from './settings.js';

/** What this client can do, as far as the server cares. Whatever it does not say it cannot. */
export interface ClientAbilities {
  readonly hoverFormat: MarkupKind;
  readonly documentationFormat: MarkupKind;
  readonly takesDefinitionLinks: boolean;
  readonly takesNestedSymbols: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly tellsFolderChanges: boolean;
  readonly watchesFiles: boolean;
  readonly watchesRelativePatterns: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTexts: boolean;
  readonly takesCodeActions: boolean;
  /** Whether the edits of code actions may be made when one of them is chosen. */
  readonly resolvesCodeActions: boolean;
  /** Whether edits may make files. */
  readonly createsFiles: boolean;
  readonly takesDocumentChanges: boolean;
  /** Whether it has our command that saves a file that an edit has changed. */
  readonly savesDecisions: boolean;
}

/** Reads the client's capabilities; clients leave out, or set to null, whatever they like. */
export function readClientAbilities(params: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = (params.capabilities as Loose<ClientCapabilities>) ?? {};
  return {
    hoverFormat: choose(textDocument?.hover?.contentFormat),
    documentationFormat: choose(textDocument?.completion?.completionItem?.documentationFormat),
    takesDefinitionLinks: textDocument?.definition?.linkSupport === true,
    takesNestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolderChanges: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    pullsDiagnostics: typeof textDocument?.diagnostic === 'object' && textDocument.diagnostic !== null,
    refreshesTexts: typeof workspace?.textDocumentContent === 'object' && workspace.textDocumentContent !== null,
    takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport != null,
    resolvesCodeActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties?.includes('edit') === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    savesDecisions: asObject(params.initializationOptions)['savesDecisions'] === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
  };
}

/** A value from the wire: any part may be missing or null. */
type Loose<T> = T extends readonly (infer Element)[]
  ? readonly Element[] | null | undefined
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | null } | null | undefined
    : T | null | undefined;

function choose(formats: readonly MarkupKind[] | null | undefined): MarkupKind {
  return formats?.includes('markdown') === true ? 'markdown' : 'plaintext';
}
