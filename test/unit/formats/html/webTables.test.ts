import assert from 'node:assert/strict';
import { loadDocumentParser } from '../../../../server/src/formats/html/dom.js';
import { findProfile } from '../../../../server/src/formats/html/outletProfiles.js';
import { createWebKnowledge } from '../../../../server/src/formats/html/webKnowledge.js';
import { readDataFolder } from '../../../../server/src/node/dataFolder.js';
import { getWebKnowledge } from '../../../support/webPages.js';

describe('the tables for web pages', () => {
  it('have no faulty rows', async () => {
    const { problems } = createWebKnowledge(await readDataFolder('server/data'));
    assert.deepEqual(
      problems.filter(({ path }) => path.startsWith('web/')),
      [],
    );
  });

  it('have selectors that can be used', async () => {
    const { profiles } = await getWebKnowledge();
    const document = (await loadDocumentParser())('<!DOCTYPE html><html><body><p>a</p></body></html>');
    for (const { name, remove } of profiles.values()) {
      for (const selector of remove)
        assert.equal([...document.querySelectorAll(selector)].length, 0, `${name}: ${selector}`);
    }
  });

  it('find an outlet by its host and the hosts below it, not by a name that only ends alike', async () => {
    const { profiles } = await getWebKnowledge();
    const nameOf = (url: string): string | undefined => findProfile(profiles, url)?.name;
    assert.equal(nameOf('https://www.sn.at/politik/1'), 'Salzburger Nachrichten');
    assert.equal(nameOf('http://faktencheck.afp.com/x'), 'AFP');
    assert.equal(nameOf('https://nicht-sn.at/'), undefined);
    assert.equal(nameOf('ftp://sn.at/'), undefined);
  });
});
