import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeCitationKey } from '../../../server/src/core/article/citationKey.js';

describe('a citation key', () => {
  const CASES: readonly (readonly [Parameters<typeof makeCitationKey>[0], string])[] = [
    [{ source: 'Süddeutsche Zeitung', date: '2024-03', title: 'Über die Grenzen' }, 'sueddeutsche2024grenzen'],
    [{ source: 'Der Spiegel', date: '2023', title: 'Der Ærø-Plan' }, 'spiegel2023aeroe'],
    [{ source: 'www.zeit.de', title: '»Was nun?« – Ein Jahr danach' }, 'zeitndjahr'],
    [{ authors: ['Ada Müller', 'Bo Groß'], date: '2024', title: 'The Row of 2024' }, 'mueller2024row'],
    [{ source: 'dpa', date: '2020', title: '2020' }, 'dpa20202020'],
    [{ source: 'Коммерсантъ', date: '2022-01-02', title: 'Мир' }, '2022'],
    [{}, 'nd'],
  ];
  for (const [article, key] of CASES)
    it(`is ${key} for ${JSON.stringify(article)}`, () => {
      assert.equal(makeCitationKey(article), key);
    });

  it('is short and ASCII, whatever title and outlet hold', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (title, source) => {
        assert.match(makeCitationKey({ title, source, date: '2024' }), /^[a-z0-9]{4,52}$/);
      }),
    );
  });
});
