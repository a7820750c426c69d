import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, findScope, parseSettings } from '../../../server/src/lsp/settings.js';

describe('settings from a client', () => {
  it('are defaults where nothing sensible is said', () => {
    const nothing = [null, undefined, 'x', 7, [], {}, { corpus: null, drafts: null, hover: null, references: null }];
    const nonsense = { corpus: 3, drafts: 'x', hover: { passages: '3' }, references: { limit: Number.NaN } };
    for (const value of [...nothing, nonsense]) assert.deepEqual(parseSettings(value, 'user'), DEFAULT_SETTINGS);
  });

  it('are taken, within their bounds', () => {
    const value = {
      corpus: ' texte ',
      drafts: ['a/**', 7],
      hover: { enabled: false, passages: 99 },
      references: { limit: 0 },
    };
    assert.deepEqual(parseSettings(value, 'workspace'), {
      corpus: { path: 'texte', namedBy: 'workspace' },
      drafts: ['a/**'],
      hidden: [],
      hover: { enabled: false, passages: 5 },
      referencesLimit: 1,
    });
  });

  it('are the user’s only when a client that marks them says so', () => {
    const marked = { corpus: '/x', corpusScope: 'user' };
    assert.equal(findScope(marked, { marksScopes: true }), 'user');
    for (const options of [undefined, null, {}, { marksScopes: 'yes' }])
      assert.equal(findScope(marked, options), 'workspace');
    for (const value of [null, {}, { corpusScope: 'workspace' }])
      assert.equal(findScope(value, { marksScopes: true }), 'workspace');
  });
});
