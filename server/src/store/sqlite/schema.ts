/** Changes with every change of the tables or of what is in them: another one is not read but rebuilt. */
export const SCHEMA_VERSION = 2;

/** „Fund": tells our files from those of other programs. */
export const APPLICATION_ID = 0x46756e64;

/**
 * The tables. Inside, everything has a small number (`key`); texts that name it stand once, in the row of its table, and are found by
 * their 32-bit hash where an index over texts would cost more than the texts. Days are those of days.ts. What can be derived from an
 * article's facts is kept as sums, so that an article that goes takes exactly what it brought.
 */
export const SCHEMA = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE totals (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE lease (id INTEGER PRIMARY KEY, owner TEXT, pid INTEGER, beat INTEGER, done INTEGER, total INTEGER);

CREATE TABLE files (
  key INTEGER PRIMARY KEY, path TEXT NOT NULL, path_hash INTEGER NOT NULL, stamp TEXT, hash TEXT, version INTEGER, problems TEXT
);
CREATE INDEX files_by_path ON files (path_hash);
CREATE TABLE articles (
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, hash INTEGER NOT NULL, file INTEGER NOT NULL, pass INTEGER NOT NULL,
  day INTEGER NOT NULL, outlet TEXT, about TEXT NOT NULL, lines BLOB NOT NULL, actor_count INTEGER NOT NULL,
  event_count INTEGER NOT NULL, passage INTEGER NOT NULL, key_base TEXT NOT NULL, key_stated INTEGER NOT NULL,
  print INTEGER, story INTEGER, copies INTEGER NOT NULL DEFAULT 0, facts BLOB NOT NULL, checksum INTEGER NOT NULL
);
CREATE INDEX articles_by_hash ON articles (hash);
CREATE INDEX articles_by_day ON articles (day, id);
CREATE INDEX articles_by_file ON articles (file);
CREATE INDEX articles_by_passage ON articles (passage);
CREATE INDEX articles_by_base ON articles (key_base);
CREATE INDEX articles_stated ON articles (key_base, id) WHERE key_stated = 1;
CREATE INDEX articles_by_print ON articles (print) WHERE print IS NOT NULL;
CREATE TABLE texts (article INTEGER PRIMARY KEY, text BLOB NOT NULL);
CREATE VIRTUAL TABLE passages USING fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE prints (key INTEGER PRIMARY KEY AUTOINCREMENT, hash INTEGER NOT NULL, fingerprint BLOB NOT NULL, story INTEGER NOT NULL);
CREATE INDEX prints_by_hash ON prints (hash);
CREATE INDEX prints_by_story ON prints (story);
CREATE TABLE bands (bucket INTEGER PRIMARY KEY, prints BLOB NOT NULL);
CREATE TABLE links (print INTEGER, other INTEGER, PRIMARY KEY (print, other)) WITHOUT ROWID;

CREATE TABLE actors (
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, hash INTEGER NOT NULL, kind TEXT, name TEXT, state TEXT, certainty TEXT,
  looks TEXT NOT NULL DEFAULT '', refs INTEGER NOT NULL DEFAULT 0, rank INTEGER, mention_count INTEGER NOT NULL DEFAULT 0,
  passage_count INTEGER NOT NULL DEFAULT 0, article_count INTEGER NOT NULL DEFAULT 0, copies INTEGER NOT NULL DEFAULT 0,
  first_day INTEGER, last_day INTEGER
);
CREATE INDEX actors_by_hash ON actors (hash);
CREATE INDEX actors_by_mentions ON actors (mention_count DESC, name) WHERE mention_count > 0;
CREATE INDEX actors_by_kind ON actors (kind, mention_count DESC, name) WHERE mention_count > 0;
CREATE TABLE actor_articles (actor INTEGER, day INTEGER, article INTEGER, PRIMARY KEY (actor, day, article)) WITHOUT ROWID;
CREATE TABLE actor_years (actor INTEGER, year INTEGER, count INTEGER NOT NULL, PRIMARY KEY (actor, year)) WITHOUT ROWID;
CREATE TABLE neighbours (actor INTEGER, other INTEGER, count INTEGER NOT NULL, PRIMARY KEY (actor, other)) WITHOUT ROWID;
CREATE INDEX neighbours_by_count ON neighbours (actor, count) WHERE count > 4;
CREATE TABLE offices (key INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT NOT NULL, UNIQUE (title, state));
CREATE TABLE actor_offices (
  actor INTEGER, office INTEGER, day INTEGER, article INTEGER, start INTEGER, end INTEGER, count INTEGER NOT NULL,
  PRIMARY KEY (actor, office, day, article, start, end)
) WITHOUT ROWID;

CREATE TABLE aliases (
  key INTEGER PRIMARY KEY AUTOINCREMENT, actor INTEGER NOT NULL, alias TEXT NOT NULL, uses INTEGER NOT NULL DEFAULT 0,
  count INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX aliases_by_actor ON aliases (actor, alias);
CREATE TABLE alias_starts (start TEXT, alias INTEGER, actor INTEGER NOT NULL, whole INTEGER NOT NULL, PRIMARY KEY (start, alias)) WITHOUT ROWID;
CREATE TABLE alias_tops (prefix TEXT, rank INTEGER, actor INTEGER, PRIMARY KEY (prefix, rank, actor)) WITHOUT ROWID;
CREATE TABLE words (key INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL UNIQUE);
CREATE TABLE grams (gram TEXT, bucket INTEGER, words BLOB NOT NULL, PRIMARY KEY (gram, bucket)) WITHOUT ROWID;

CREATE TABLE events (
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, hash INTEGER NOT NULL, day INTEGER, label TEXT, what INTEGER,
  date TEXT, place TEXT, participants TEXT, tallies TEXT NOT NULL DEFAULT '', article_count INTEGER NOT NULL DEFAULT 0,
  passage_count INTEGER NOT NULL DEFAULT 0, place_count INTEGER NOT NULL DEFAULT 0, source_count INTEGER NOT NULL DEFAULT 0,
  copies INTEGER NOT NULL DEFAULT 0, text INTEGER
);
CREATE INDEX events_by_hash ON events (hash);
CREATE INDEX events_by_day ON events (day DESC, substr(label, 1, 10));
CREATE INDEX events_by_articles ON events (article_count DESC, day DESC) WHERE article_count > 1;
CREATE INDEX events_by_text ON events (text);
CREATE TABLE event_articles (event INTEGER, day INTEGER, article INTEGER, PRIMARY KEY (event, day, article)) WITHOUT ROWID;
CREATE TABLE event_actors (actor INTEGER, day INTEGER, event INTEGER, PRIMARY KEY (actor, day, event)) WITHOUT ROWID;
CREATE TABLE event_months (month TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE event_words USING fts5(words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii');
`;
