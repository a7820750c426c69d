import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseAuthority } from '../../../server/src/formats/authority/parseAuthority.js';
import { type Authority, NO_AUTHORITY } from '../../../server/src/core/authority/authority.js';
import { locatePins, quoteMention } from '../../../server/src/core/authority/locatePins.js';
import type { ArticleId } from '../../../server/src/core/article/article.js';
import { assertMarks, getActor, recognise } from './marks.js';

describe("the writer's decisions", () => {
  const read = (data: unknown): { readonly authority: Authority } => {
    const { authority, problems } = parseAuthority('authority.yaml', JSON.stringify(data));
    assert.deepEqual(problems, []);
    return { authority };
  };

  it('make names that nobody else knows, and win over the lexicon', () => {
    const options = read({
      actors: [
        { name: 'Greifenwiek', kind: 'place' },
        { name: 'Sergej W. Lawrow', kind: 'person', state: 'RU', aliases: ['Sergei Lavrov', 'der Chefdiplomat'] },
      ],
    });
    assertMarks(
      'Auch [Greifenwiek|Greifenwiek] feiert. [Sergei Lavrov|Sergej W. Lawrow] kam; [Lavrov|Sergej W. Lawrow] blieb.',
      options,
    );
    const { mentions } = recognise('Auch Greifenwiek feiert.', options);
    assert.equal(mentions[0]?.certainty, 'confirmed');
    assert.equal(getActor('Auch Greifenwiek feiert.', 'Greifenwiek', options).origin, 'authority');
  });

  it('reject surface forms everywhere', () => {
    assertMarks('[Wladimir Putin|Wladimir Putin] kam, Putins Hund auch.', read({ reject: ['Putin'] }));
  });

  it('join names of one actor under the first', () => {
    const options = read({ same: [['Seorak-Institut für Grenzfragen', 'Seorak Institute for Border Studies']] });
    const [german] = recognise('Am Seorak-Institut für Grenzfragen.', options).actors;
    const [english] = recognise('At the Seorak Institute for Border Studies.', { language: 'en', ...options }).actors;
    assert.equal(english?.id, german?.id);
    assert.equal(english?.name, 'Seorak-Institut für Grenzfragen');
  });

  it('tell that an everyday word is a surname too, and leave it open whose', () => {
    const persons = ['Jakob Müller', 'Bernd Müller'].map((name) => ({ name, kind: 'person' }));
    assertMarks('[Müller|? Müller] sah es ähnlich. Die Müller mahlen Korn.', read({ actors: persons }));
    const carpenter = read({ actors: [{ name: 'Jakob Tischler', kind: 'person' }] });
    assertMarks('[Tischler|Jakob Tischler] sah es ähnlich.', carpenter);
  });

  it('keep namesakes apart', () => {
    const text = 'Sergei Tschernow kam. Sergej Tschernow ging.';
    const count = (options?: ReturnType<typeof read>): number => recognise(text, options).actors.length;
    assert.equal(count(), 1);
    assert.equal(count(read({ notSame: [['Sergei Tschernow', 'Sergej Tschernow']] })), 2);
  });

  it('join actors that other spellings and other languages name', () => {
    const options = read({
      same: [
        ['Sergej Lawrow', 'Lawrentij Tschernow'],
        ['place:Greifenwiek', 'organization:Rat von Greifenwiek'],
      ],
    });
    assertMarks('[Lawrenti Chernov|Sergej Lawrow] kam nach Genf.'.replace('Genf', '[Genf|Genf]'), options);
  });

  it('part what only the built-in lexicon joins', () => {
    const options = read({ notSame: [['Sergej Lawrow', 'Sergei Lavrov']] });
    assertMarks('[Sergej Lawrow|Sergej Lawrow] kam, [Sergei Lavrov|Sergei Lavrov] auch.', options);
  });

  it('show an actor in house spelling, whichever form a text uses', () => {
    const lavrov = {
      name: 'Sergej Lawrow',
      kind: 'person',
      spellings: { en: 'Sergey Lavrov', original: 'Сергей Лавров' },
    };
    const text = 'Außenminister Sergej Lawrow kam.';
    assert.equal(recognise(text, read({ actors: [lavrov] })).actors[0]?.name, 'Sergej Lawrow');
    assert.equal(recognise(text, read({ actors: [lavrov], houseSpelling: 'en' })).actors[0]?.name, 'Sergey Lavrov');
    const own = { ...lavrov, houseSpelling: 'original' };
    const [actor] = recognise(text, read({ actors: [own], houseSpelling: 'en' })).actors;
    assert.equal(actor?.name, 'Сергей Лавров');
    assert.equal(actor.id, recognise(text, read({ actors: [lavrov] })).actors[0]?.id);
  });

  it('tell namesakes apart by the office that the text gives', () => {
    const persons = [
      { name: 'Jakob Hinterwald', kind: 'person', offices: [{ title: 'Landrat' }] },
      { name: 'Bernd Hinterwald', kind: 'person', offices: [{ title: 'Bürgermeister' }] },
    ];
    assertMarks('Bürgermeister [Hinterwald|Bernd Hinterwald] sprach.', read({ actors: persons }));
  });
});

describe('a pin', () => {
  const persons = ['Jakob Müller', 'Bernd Müller'].map((name) => ({ name, kind: 'person' }));
  const pinned = (...pins: readonly object[]): { readonly authority: Authority } => ({
    authority: parseAuthority('', JSON.stringify({ actors: persons, pins })).authority,
  });
  const TEXT = 'Am Morgen sagte Müller nichts. Am Abend sagte Müller alles. Dann schwieg Müller.';
  const evening = { in: 'a.txt', before: 'Am Abend sagte ', quote: 'Müller', after: ' alles' };

  it('says whom one mention means, and the bare names around it follow where nobody else of that name is told of', () => {
    const { authority } = pinned({ ...evening, is: 'Bernd Müller' });
    assertMarks(
      'Am Morgen sagte [Müller|Bernd Müller] nichts. Am Abend sagte [Müller|Bernd Müller] alles. Dann schwieg [Müller|Bernd Müller].',
      { authority, path: 'a.txt' },
    );
    const mention = recognise(TEXT, { authority, path: 'a.txt' }).mentions[1];
    assert.deepEqual([mention?.rule, mention?.certainty], ['pin', 'confirmed']);
  });

  it('holds in its own text alone', () => {
    const { authority } = pinned({ ...evening, is: 'Bernd Müller' });
    assert.ok(recognise(TEXT, { authority, path: 'b.txt' }).actors.every(({ name }) => name === 'Müller'));
  });

  it('finds its mention again when the text around it was edited', () => {
    const { authority } = pinned({ ...evening, is: 'Bernd Müller' });
    const edited = `Vorspann.\n${TEXT.replace('Am Abend', 'Am späten Abend').replace(' alles', '\u00a0alles')}`;
    assert.equal(recognise(edited, { authority, path: 'a.txt' }).mentions[1]?.certainty, 'confirmed');
  });

  it('is silent where its words are gone or several places fit alike', () => {
    for (const text of ['Nichts mehr.', 'Müller kam. Müller ging.']) {
      const { authority } = pinned({ ...evening, is: 'Bernd Müller' });
      assert.ok(
        recognise(text, { authority, path: 'a.txt' }).mentions.every(({ rule }) => rule !== 'pin'),
        text,
      );
    }
  });

  it('may say that the words are nobody, or somebody whom nothing else knows', () => {
    const nobody = pinned({ ...evening, is: 'nobody' });
    assert.equal(recognise(TEXT, { ...nobody, path: 'a.txt' }).mentions.length, 2);
    const stranger = pinned({ in: 'a.txt', quote: 'Die Linde', is: 'organization:Wirtshaus zur Linde' });
    const { actors } = recognise('Die Linde schweigt.', { ...stranger, path: 'a.txt' });
    assert.deepEqual(
      actors.map(({ name, kind }) => [name, kind]),
      [['Wirtshaus zur Linde', 'organization']],
    );
  });

  it('wins over a rejection', () => {
    const { authority } = parseAuthority(
      '',
      JSON.stringify({ actors: persons, reject: ['Müller'], pins: [{ ...evening, is: 'Bernd Müller' }] }),
    );
    assert.deepEqual(
      recognise(TEXT, { authority, path: 'a.txt' }).mentions.map(({ start }) => start),
      [46],
    );
  });

  it('is made so that it finds the mention it was made for', () => {
    for (const start of [...TEXT.matchAll(/Müller/g)].map(({ index }) => index)) {
      const mention = quoteMention(TEXT, { start, end: start + 6 });
      const pin = { path: 'a.txt', actor: 'Bernd Müller', ...mention };
      const [placed] = locatePins({ id: 'a.txt' as ArticleId, text: TEXT }, { ...NO_AUTHORITY, pins: [pin] });
      assert.equal(placed?.start, start, JSON.stringify(mention));
    }
  });
});
