import assert from 'node:assert/strict';
import { createMetadata } from '../../../../server/src/formats/documents/metadata.js';
import { findStatedDate } from '../../../../server/src/formats/documents/statedDate.js';

describe('findStatedDate', () => {
  const dates: readonly (readonly [string | number, string | undefined])[] = [
    ['2022-01-13', '2022-01-13'],
    ['2022-01', '2022-01'],
    ['2022', '2022'],
    ['2022-01-13T23:30:00-05:00', '2022-01-13'],
    ['2022-01-13 10:00:00', '2022-01-13'],
    ['2022/1/3', '2022-01-03'],
    ['20220113', '2022-01-13'],
    ['20220113T101500Z', '2022-01-13'],
    ["D:20220113101500+01'00'", '2022-01-13'],
    [1642068000, '2022-01-13'],
    ['1642068000000', '2022-01-13'],
    ['Thu, 13 Jan 2022 10:00:00 +0100', '2022-01-13'],
    ['13. Januar 2022 Donnerstag', '2022-01-13'],
    ['January 13, 2022 Thursday', '2022-01-13'],
    ['13.01.2022', '2022-01-13'],
    ['13/01/2022', '2022-01-13'],
    ['01/13/2022', '2022-01-13'],
    ['03/04/2021', '2021'],
    ['04/04/2021', '2021-04-04'],
    ['2022-02-30', undefined],
    ['12345', undefined],
    ['bald', undefined],
    ['', undefined],
  ];
  for (const [stated, date] of dates) {
    it(`reads ${String(stated)} as ${String(date)}`, () => {
      assert.equal(findStatedDate(stated), date);
    });
  }
});

describe('createMetadata', () => {
  const authors: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['Von Ada Muster und Bo Beispiel', ['Ada Muster', 'Bo Beispiel']],
    ['By Ada Muster, Bo Beispiel & Cy Dritt', ['Ada Muster', 'Bo Beispiel', 'Cy Dritt']],
    ['Muster, Ada; Beispiel, Bo', ['Muster, Ada', 'Beispiel, Bo']],
    ['Ada Muster; Ada Muster', ['Ada Muster']],
    ['dpa', ['dpa']],
    [' ', undefined],
  ];
  for (const [stated, names] of authors) {
    it(`reads the authors of "${stated}"`, () => {
      assert.deepEqual(createMetadata({ authors: [stated] }).authors, names);
    });
  }

  it('knows languages by code and name, and addresses by their scheme', () => {
    const languages = ['de-AT', 'German', 'deu', 'eng', 'Englisch', 'fr', 'denglisch'];
    assert.deepEqual(
      languages.map((language) => createMetadata({ language }).language),
      ['de', 'de', 'de', 'en', 'en', 'other', 'other'],
    );
    assert.deepEqual(createMetadata({ url: 'javascript:alert(1)', title: ' ', source: undefined }), {});
    assert.deepEqual(createMetadata({ url: ' https://example.org/a ' }), { url: 'https://example.org/a' });
  });
});
