import assert from 'node:assert/strict';
import { collectParts, createArticleReader } from '../../../server/src/formats/articleReader.js';

const read = createArticleReader({ data: new Map() });

/** The texts and problems of a file, as a writer sees them. */
async function show(path: string, text: string): Promise<readonly string[]> {
  const { articles, problems } = await collectParts(read(path, [new TextEncoder().encode(text)]));
  return [
    ...articles.map((article) => article.text.trim()),
    ...problems.map(({ code, severity, span, message }) => {
      const place = span ? ` at "${text.slice(span.start, span.end)}"` : '';
      return `${severity} ${code}${place}: ${message}`;
    }),
  ];
}

describe('damaged characters', () => {
  it('are told at their line, and left as they are where the text is the file', async () => {
    const text = 'Gute Zeile\nDie Reise fÃ¼r JÃ¼rgen.\nDer SpaÃŸ\n';
    assert.deepEqual(await show('a.txt', text), [
      text.trim(),
      'warning mojibake at "Die Reise fÃ¼r JÃ¼rgen.": has in 2 lines, of which this is the first, UTF-8 that was read as Windows-1252 and saved again: "fÃ¼r" was "für". Names in it are not found.',
    ]);
    assert.deepEqual(await show('a.md', 'Die Reise f\ufffdr alle'), [
      'Die Reise f\ufffdr alle',
      'warning lost-characters at "Die Reise f\ufffdr alle": has characters that an earlier program or a wrong encoding has lost (\ufffd)',
    ]);
  });

  it('are repaired where the text is taken out of the file', async () => {
    const record = { title: 'FÃ¼r Europa', text: 'â€žJaâ€œ, sagte JÃ¼rgen.', source: 'Blatt' };
    assert.deepEqual(await show('a.jsonl', JSON.stringify(record)), [
      'Für Europa\n\n„Ja“, sagte Jürgen.',
      'information mojibake: has in 3 places UTF-8 that was read as Windows-1252 and saved again; it was repaired',
    ]);
  });

  it('are nothing that good text has', async () => {
    assert.deepEqual(await show('a.txt', 'Größe, „Menü“, 5 €'), ['Größe, „Menü“, 5 €']);
  });
});
