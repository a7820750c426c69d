import { Database } from './database.js';
import { IndexBusy, IndexDamaged } from './errors.js';
import { isRunning } from './lease.js';
import type { SqliteModule } from './loadSqlite.js';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.js';

/** An index, looked at as far as is quick. */
export interface Connection {
  readonly database: Database;
  /** Whether whoever wrote last did not come to an end. */
  readonly wasUnclean: boolean;
}

export interface ConnectOptions {
  readonly mode: 'write' | 'read';
  readonly maxPages?: number;
}

const NOTE = 'INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2';
const READ_NOTE = 'SELECT value FROM meta WHERE name = ?';
/** The process that has the index open for writing; 0 when it was left clean. */
const WRITER = 'writer';

/**
 * Connects to an index, making it where the file is new. Throws what SQLite throws, or `IndexDamaged` when the file is not an index of this
 * version. One page of every table is read: that tells truncation and most damage.
 */
export function connect({ DatabaseSync }: SqliteModule, path: string, options: ConnectOptions): Connection {
  const database = new Database(new DatabaseSync(path, { readOnly: options.mode === 'read', timeout: 2000 }));
  try {
    return prepare(database, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Says that the writer came to an end. */
export function leave(database: Database): void {
  database.write(() => database.run(NOTE, WRITER, 0));
}

function prepare(database: Database, { mode, maxPages }: ConnectOptions): Connection {
  if (mode === 'read') {
    database.exec('PRAGMA cache_size = -16000');
    checkTables(database);
    return { database, wasUnclean: false };
  }
  // Until it is made, nothing is lost with a file: waiting for the disk would only take time.
  database.exec('PRAGMA synchronous = OFF');
  database.exec('PRAGMA journal_mode = WAL');
  if (isNew(database)) create(database);
  checkTables(database);
  // The log is copied into the file when there is time (`tidy`), not by whoever happens to write.
  for (const setting of [
    'synchronous = NORMAL',
    'wal_autocheckpoint = 0',
    'cell_size_check = ON',
    'temp_store = MEMORY',
  ])
    database.exec(`PRAGMA ${setting}`);
  database.exec('PRAGMA cache_size = -32000; PRAGMA journal_size_limit = 67108864');
  if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${String(maxPages)}`);
  return { database, wasUnclean: enter(database) };
}

function isNew(database: Database): boolean {
  return database.get<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')?.count === 0;
}

function create(database: Database): void {
  database.write(() => {
    // Another window may have come first.
    if (!isNew(database)) return;
    database.exec(SCHEMA);
    database.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}; PRAGMA user_version = ${String(SCHEMA_VERSION)}`);
  });
}

function checkTables(database: Database): void {
  const application = database.get<{ application_id: number }>('PRAGMA application_id')?.application_id;
  const version = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version;
  if (application !== APPLICATION_ID) throw new IndexDamaged('the file is no index of Fundstelle');
  if (version !== SCHEMA_VERSION) throw new IndexDamaged('the index was made by another version');
  const tables = database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  );
  for (const { name } of tables) database.get(`SELECT 1 FROM ${name} LIMIT 1`);
}

/** Notes who writes; gives whether the one before was interrupted. */
function enter(database: Database): boolean {
  try {
    return database.write(() => {
      const last = database.get<{ value: number }>(READ_NOTE, WRITER)?.value ?? 0;
      const isOpenElsewhere = last !== process.pid && last !== 0 && isRunning(last);
      if (!isOpenElsewhere) database.run(NOTE, WRITER, process.pid);
      return last !== 0 && last !== process.pid && !isOpenElsewhere;
    });
  } catch (error) {
    // Another window writes: it has said so itself.
    if (error instanceof IndexBusy) return false;
    throw error;
  }
}
