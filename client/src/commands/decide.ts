import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ActorKindName,
  type DecideAnswer,
  type DecideRequest,
  type DecisionRow,
  METHODS,
} from '../../../server/src/protocol/protocol.js';
import type { ActorOfNode, ViewNode } from '../corpusView/viewNodeModel.js';
import { toPlace } from './placeArguments.js';

interface DecidingTools {
  readonly client: LanguageClient;
}

/** So many code actions get their edits at once: more than a name ever has. */
const MAX_ACTIONS = 40;

/** Makes the selected actors one. Which name is kept is asked. */
export async function mergeActors(tools: DecidingTools, node: unknown, selected: unknown): Promise<void> {
  const actors = listActors(node, selected);
  const [first] = actors;
  if (first === undefined || actors.length < 2 || actors.some(({ corpus }) => corpus !== first.corpus)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select two or more actors of one corpus to merge them.'));
    return;
  }
  const items = actors.map((actor) => ({ label: actor.name, actor }));
  const kept = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Name that is kept') });
  if (kept === undefined) return;
  const ordered = [kept.actor, ...actors.filter((actor) => actor !== kept.actor)];
  await decide(tools, first.corpus, { kind: 'merge', actors: ordered.map(toDecided) });
}

/** Says that the words are no actor, of each selected one. */
export async function rejectActors(tools: DecidingTools, node: unknown, selected: unknown): Promise<void> {
  for (const { corpus, name } of listActors(node, selected)) await decide(tools, corpus, { kind: 'reject', name });
}

/** Gives the actor another name in house spelling. */
export function renameActor(tools: DecidingTools, node: unknown): Promise<void> {
  return change(tools, node, async (actor) => {
    const to = await ask(vscode.l10n.t('Name in house spelling'), actor.name);
    return to && { kind: 'rename', actor: toDecided(actor), to };
  });
}

export function addAlias(tools: DecidingTools, node: unknown): Promise<void> {
  return change(tools, node, async (actor) => {
    const alias = await ask(vscode.l10n.t('Another name of {0}', actor.name), '');
    return alias && { kind: 'alias', actor: toDecided(actor), alias };
  });
}

export function setNote(tools: DecidingTools, node: unknown): Promise<void> {
  return change(tools, node, async (actor) => {
    const note = await ask(vscode.l10n.t('Note on {0}', actor.name), '');
    return note && { kind: 'note', actor: toDecided(actor), note };
  });
}

export function setActorKind(tools: DecidingTools, node: unknown): Promise<void> {
  return change(tools, node, async (actor) => {
    const kinds: readonly (readonly [ActorKindName, string])[] = [
      ['person', vscode.l10n.t('Person')],
      ['organization', vscode.l10n.t('Organisation')],
      ['country', vscode.l10n.t('Country')],
      ['place', vscode.l10n.t('Place')],
      ['group', vscode.l10n.t('Group')],
    ];
    const items = kinds.filter(([kind]) => kind !== actor.kind).map(([is, label]) => ({ is, label }));
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('What {0} is', actor.name) });
    return picked && { kind: 'kind', actor: toDecided(actor), to: picked.is };
  });
}

/** The decisions about a name as a list to pick from: for the keyboard, and for the link in a hover. */
export async function decideName(...place: unknown[]): Promise<void> {
  const found = toPlace(place);
  if (found === undefined) return;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    found.uri,
    new vscode.Range(found.position, found.position),
    undefined,
    MAX_ACTIONS,
  );
  const own = actions.filter(({ command }) => command?.command === 'fundstelle.saveDecision');
  if (own.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no name here.'));
    return;
  }
  const items = own.map((action) => ({ label: action.title, action }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Decide about This Name') });
  if (picked?.action.edit === undefined) return;
  await vscode.workspace.applyEdit(picked.action.edit);
  await saveDecision(picked.action.command?.arguments?.[0]);
}

/** Saves the authority file after an edit of ours: only then does the decision count. */
export async function saveDecision(uri: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const target = vscode.Uri.parse(uri);
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === target.toString());
  await document?.save();
}

/** Takes the last change of the authority file back: it is shown, because that is where the edit is undone. */
export async function undoDecision(): Promise<void> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/authority.yaml'));
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No decision was made since the window was opened.'));
    return;
  }
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  await document.save();
}

/** Writes a decision into the authority file and saves it: one edit, undone like any other. */
async function decide({ client }: DecidingTools, corpus: string, decision: DecisionRow): Promise<void> {
  const request: DecideRequest = { corpus, decision };
  const { uri, isNew, edit, refused } = await client.sendRequest<DecideAnswer>(METHODS.decide, request);
  if (refused !== undefined) void vscode.window.showInformationMessage(vscode.l10n.t('Fundstelle: {0}', refused));
  if (edit === undefined) return;
  const target = vscode.Uri.parse(uri);
  const { start, end } = edit.range;
  const changes = new vscode.WorkspaceEdit();
  if (isNew) changes.createFile(target, { ignoreIfExists: true });
  changes.replace(target, new vscode.Range(start.line, start.character, end.line, end.character), edit.newText);
  await vscode.workspace.applyEdit(changes);
  await saveDecision(target.toString());
}

async function change(
  tools: DecidingTools,
  node: unknown,
  find: (actor: ActorOfNode) => Promise<DecisionRow | '' | undefined>,
): Promise<void> {
  const [actor] = listActors(node, undefined);
  const decision = actor && (await find(actor));
  if (actor && decision) await decide(tools, actor.corpus, decision);
}

async function ask(prompt: string, value: string): Promise<string | undefined> {
  const answer = (await vscode.window.showInputBox({ prompt, value }))?.trim();
  return answer === value ? undefined : answer;
}

/** The actors of the nodes that a context menu hands over: all that are selected, or the one clicked. */
function listActors(node: unknown, selected: unknown): readonly ActorOfNode[] {
  const nodes = Array.isArray(selected) && selected.length > 0 ? selected : [node];
  return nodes.flatMap((each: unknown) => (isActorNode(each) ? [each.actor] : []));
}

function isActorNode(node: unknown): node is ViewNode & { readonly actor: ActorOfNode } {
  return typeof node === 'object' && node !== null && 'actor' in node && node.actor !== undefined;
}

function toDecided({ name, kind, state }: ActorOfNode): Omit<ActorOfNode, 'corpus'> {
  return { name, kind, ...(state !== undefined && { state }) };
}
