import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import type { CitedArticle } from '../../../server/src/core/references/cslItem.js';
import { BIBLIOGRAPHY_FORMATS } from '../../../server/src/core/references/printBibliography.js';
import type { Reference } from '../../../server/src/core/references/references.js';
import { parseReferences } from '../../../server/src/formats/references.js';

type Format = keyof typeof BIBLIOGRAPHY_FORMATS;

const ARTICLE: CitedArticle = {
  id: 'articles/über: alles.html' as ArticleId,
  citationKey: 'donauwarte2024speicher',
  title: 'Zölle & Zähne_2: 35 % mehr für „Norvien“ – {so} ~ $5 \\ ^ #1',
  date: '2024-03-12',
  source: 'Donauwarte & Söhne',
  authors: ['Ada Müller-Groß', 'Jörg von der Lahre', 'dpa', 'The Associated Press', 'Анна Каренина', 'Bo'],
  url: 'https://donauwarte.example/a_b/%C3%BC?x=1&y={2}#z',
  language: 'de',
};

const BARE: CitedArticle = { id: 'b.csv#7' as ArticleId, citationKey: 'nd', language: 'other' };

function print(format: Format, articles: readonly CitedArticle[]): string {
  const { head, printEntry, between, end } = BIBLIOGRAPHY_FORMATS[format];
  return head + articles.map(printEntry).join(between) + end;
}

async function readBack(format: Format, articles: readonly CitedArticle[]): Promise<readonly Reference[]> {
  const path = format === 'bibtex' ? 'references.bib' : 'references.json';
  const bytes = new TextEncoder().encode(print(format, articles));
  const { references, problems } = await parseReferences(path, bytes, () => Promise.resolve());
  assert.deepEqual(problems, []);
  return references;
}

/** What a reader of the bibliography must get. */
function expected({ id, language, ...metadata }: CitedArticle): Reference {
  return {
    metadata: { ...metadata, ...(language !== 'other' && { language }) },
    files: id.includes('#') ? [] : [id],
  };
}

describe('a bibliography', function () {
  this.timeout(20_000);

  it('in BibTeX is one entry an article, with what LaTeX takes for commands escaped', () => {
    const plain = {
      ...ARTICLE,
      id: 'a.txt' as ArticleId,
      title: 'Zölle & Zähne',
      url: 'https://a.example/b_c',
      authors: ['Ada Groß', 'dpa'],
    };
    assert.equal(
      print('bibtex', [plain, BARE]),
      `@article{donauwarte2024speicher,
  title = {{Zölle \\& Zähne}},
  author = {Groß, Ada and {dpa}},
  journaltitle = {Donauwarte \\& Söhne},
  date = {2024-03-12},
  url = {https://a.example/b_c},
  langid = {german},
  file = {a.txt},
}

@article{nd,
}
`,
    );
  });

  it('in CSL-JSON is a valid list of items', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(CSL_ESSENTIALS);
    assert.ok(validate(JSON.parse(print('csl-json', [ARTICLE, BARE]))), JSON.stringify(validate.errors));
    assert.ok(validate(JSON.parse(print('csl-json', []))));
    assert.ok(!validate([{ title: 'without type and id' }]));
  });

  for (const format of ['csl-json', 'bibtex'] as const) {
    it(`in ${format} is read back as it was`, async () => {
      const url = format === 'bibtex' ? 'https://donauwarte.example/a_b/%C3%BC?x=1&y=%7B2%7D#z' : ARTICLE.url;
      assert.deepEqual(await readBack(format, [ARTICLE, BARE]), [
        expected({ ...ARTICLE, ...(url && { url }) }),
        expected(BARE),
      ]);
    });

    it(`in ${format} is read back as it was, whatever titles and names hold`, async () => {
      const word = fc.stringMatching(/^[\p{L}\p{N}!-/:-@[-`{-~„“–]{1,8}$/u).filter((text) => !/<\/?\w/.test(text));
      const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ').normalize('NFC'));
      const author = fc
        .array(fc.stringMatching(/^\p{L}{1,6}[.'’-]?$/u), { minLength: 1, maxLength: 4 })
        .map((words) => words.join(' ').normalize('NFC'));
      await fc.assert(
        fc.asyncProperty(
          title,
          title,
          fc.uniqueArray(author, { minLength: 1, maxLength: 3 }),
          async (name, source, authors) => {
            const article = { ...ARTICLE, title: name, source, authors, url: 'https://a.example/' };
            assert.deepEqual(await readBack(format, [article]), [expected(article)]);
          },
        ),
        { numRuns: 200 },
      );
    });
  }
});

/** What CSL-JSON 1.0.2 says of the members that are written: names, types, and that there are no others. */
const TEXT = { type: 'string' } as const;
const CSL_ESSENTIALS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      id: { type: ['string', 'number'] },
      type: { enum: ['article', 'article-newspaper', 'document', 'webpage'] },
      title: TEXT,
      'container-title': TEXT,
      URL: TEXT,
      language: TEXT,
      custom: { type: 'object' },
      author: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: { family: TEXT, given: TEXT, literal: TEXT, 'non-dropping-particle': TEXT },
        },
      },
      issued: {
        type: 'object',
        additionalProperties: false,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: { type: ['string', 'number'] } },
          },
        },
      },
    },
  },
} as const;
