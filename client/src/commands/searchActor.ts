import * as vscode from 'vscode';
import {
  type LanguageClient,
  type SymbolInformation,
  SymbolKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageclient/node';

interface ActorItem extends vscode.QuickPickItem {
  readonly place: vscode.Location;
}

/** Picks an actor by any of its names, goes to a passage of it and shows all the others beside it. */
export async function searchActor({ client }: { readonly client: LanguageClient }): Promise<void> {
  const picked = await pickActor(client);
  if (picked === undefined) return;
  const { uri, range } = picked.place;
  await vscode.window.showTextDocument(uri, { selection: range, preview: true });
  await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
}

/** The server looks for the name, since it knows the other spellings: every key asks anew, and late answers are dropped. */
function pickActor(client: LanguageClient): Promise<ActorItem | undefined> {
  const pick = vscode.window.createQuickPick<ActorItem>();
  pick.placeholder = vscode.l10n.t('Name of a person, organisation, country or place');
  const update = async (query: string): Promise<void> => {
    pick.busy = true;
    const items = await listItems(client, query);
    if (pick.value !== query) return;
    pick.items = items;
    pick.busy = false;
  };
  pick.onDidChangeValue(update);
  void update('');
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
}

async function listItems(client: LanguageClient, query: string): Promise<readonly ActorItem[]> {
  const symbols = await client.sendRequest(WorkspaceSymbolRequest.type, { query });
  const actors = (symbols ?? []).filter((symbol): symbol is SymbolInformation => symbol.kind !== SymbolKind.Event);
  return actors.map(({ name, containerName, location }) => ({
    label: name,
    description: containerName ?? '',
    // What the server found by another spelling would not pass the filter of the list.
    alwaysShow: true,
    place: client.protocol2CodeConverter.asLocation(location),
  }));
}
