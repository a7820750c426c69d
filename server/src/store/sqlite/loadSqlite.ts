import type * as Sqlite from 'node:sqlite';

export type SqliteModule = typeof Sqlite;

/**
 * Node's own SQLite, when it is there and has full text search as the index needs it: tried out, because no version number tells how a
 * Node was built. Else the reason, for people.
 */
export function loadSqlite(): SqliteModule | { readonly reason: string } {
  const sqlite = loadQuietly();
  const lack = sqlite === undefined ? 'node:sqlite' : findLack(sqlite);
  if (sqlite !== undefined && lack === undefined) return sqlite;
  const host = `this Node.js is ${process.versions.node}, its SQLite lacks: ${lack ?? ''}`;
  return { reason: `Keeping an index needs Node.js 22.16 or later, or VS Code 1.105 or later (${host}).` };
}

/** Of Node's warnings only the one that this module is experimental is left out: it would come with every start, and says nothing new. */
function loadQuietly(): SqliteModule | undefined {
  const emitWarning = process.emitWarning.bind(process);
  const emitOthers = (...args: Parameters<typeof emitWarning>): void => {
    if (!String(args[0]).startsWith('SQLite is an experimental feature')) emitWarning(...args);
  };
  process.emitWarning = emitOthers as typeof process.emitWarning;
  try {
    return process.getBuiltinModule('node:sqlite');
  } catch {
    return undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function findLack({ DatabaseSync }: SqliteModule): string | undefined {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec("CREATE VIRTUAL TABLE temp.probe USING fts5(words, content = '', contentless_delete = 1)");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}
