import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  MessageType,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Decision } from '../../core/authority/decision.js';
import { findLineStarts } from '../../core/text/lines.js';
import type { DecideAnswer } from '../../protocol/protocol.js';
import type { NameDecision } from '../../service/answers.js';
import { toOffset, toRangeByLines } from '../convert.js';
import { parseDecision } from '../decisions.js';
import { findAskedPlace } from '../documents.js';
import type { OpenCorpus } from '../host.js';
import { asObject } from '../settings.js';
import type { Shell } from '../shell.js';
import { toComparable, toUri } from '../uris.js';
import { getCorpus, invalid } from './corpusHandlers.js';

/** What each group of decisions is to an editor. */
const KINDS = { mention: CodeActionKind.QuickFix, actor: CodeActionKind.RefactorRewrite } as const;

/** The decisions about the name at the start of the range. What changes an actor is offered only to who asks for actions. */
export async function codeActions(shell: Shell, params: CodeActionParams): Promise<CodeAction[] | null> {
  const { textDocument, range, context } = params;
  if (!shell.client.takesCodeActions) return null;
  const asked = await findAskedPlace(shell, { textDocument, position: range.start });
  if (asked === undefined || toComparable(textDocument.uri) === toComparable(getAuthorityUri(asked.corpus)))
    return null;
  const { corpus, document, offset, text } = asked;
  const found = await corpus.service.listNameDecisions(document, { start: offset, end: toOffset(text, range.end) });
  const isAutomatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  const wanted = found.filter(
    ({ change }) => isWanted(KINDS[change], context.only) && !(isAutomatic && change === 'actor'),
  );
  const actions = wanted.map((each) => toCodeAction(corpus, each));
  return shell.client.resolvesCodeActions
    ? actions
    : Promise.all(actions.map((action) => resolve(shell, action, () => undefined)));
}

/** Adds the edit. A decision that changes nothing is told. */
export function resolveCodeAction(shell: Shell, action: CodeAction): Promise<CodeAction> {
  return resolve(shell, action, (message) => {
    void shell.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  });
}

/** The edit for a decision that a view or a command of the client has made. */
export async function decide(shell: Shell, params: unknown): Promise<DecideAnswer> {
  const corpus = await getCorpus(shell, params);
  const decision = parseDecision(asObject(params)['decision']);
  if (decision === undefined) throw invalid('“decision” is none that there is');
  return makeEdit(shell, corpus, decision);
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

function toCodeAction(corpus: OpenCorpus, { title, change, decision }: NameDecision): CodeAction {
  return { title, kind: KINDS[change], data: { corpus: corpus.uri, decision } };
}

async function resolve(shell: Shell, action: CodeAction, tell: (message: string) => void): Promise<CodeAction> {
  const { corpus: uri, decision: data } = asObject(action.data);
  const corpus = typeof uri === 'string' ? shell.corpora.find(uri) : undefined;
  const decision = parseDecision(data);
  if (corpus === undefined || decision === undefined) return action;
  const answer = await makeEdit(shell, corpus, decision);
  if (answer.refused !== undefined) tell(answer.refused);
  const edit = toWorkspaceEdit(shell, answer);
  const saving = { title: action.title, command: 'fundstelle.saveDecision', arguments: [answer.uri] };
  return { ...action, ...(edit && { edit }), ...(edit && shell.client.savesDecisions && { command: saving }) };
}

async function makeEdit(shell: Shell, corpus: OpenCorpus, decision: Decision): Promise<DecideAnswer> {
  const uri = getAuthorityUri(corpus);
  // What the editor holds counts, saved or not: the edit is made in it.
  const text = findOpen(shell, uri)?.getText() ?? (await corpus.findText(corpus.authorityPath));
  const edit = corpus.service.decide(decision, text ?? '');
  if ('refused' in edit) return { uri, isNew: text === undefined, refused: edit.refused };
  const range = toRangeByLines(findLineStarts(text ?? ''), edit.span);
  return { uri, isNew: text === undefined, edit: { range, newText: edit.text } };
}

function toWorkspaceEdit(shell: Shell, { uri, isNew, edit }: DecideAnswer): WorkspaceEdit | undefined {
  if (edit === undefined) return undefined;
  if (!shell.client.takesDocumentChanges) return { changes: { [uri]: [edit] } };
  const version = findOpen(shell, uri)?.version ?? null;
  const change = { textDocument: { uri, version }, edits: [edit] };
  const makes = isNew && shell.client.createsFiles;
  return {
    documentChanges: makes ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
  };
}

function getAuthorityUri({ uri, authorityPath }: OpenCorpus): string {
  return toUri(uri, authorityPath);
}

function findOpen({ documents }: Shell, uri: string): ReturnType<Shell['documents']['get']> {
  const open = documents.keys().find((key) => toComparable(key) === toComparable(uri));
  return open === undefined ? undefined : documents.get(open);
}
