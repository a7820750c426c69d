import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseAuthority } from '../../../server/src/core/authority/authority.js';
import { assertMarks, getActor, recognise } from './marks.js';

describe('reading the authority file', () => {
  it('takes nothing for an empty authority', () => {
    assert.deepEqual(parseAuthority('authority.yaml', null), {
      authority: { actors: [], reject: [], same: [], notSame: [] },
      problems: [],
    });
  });

  it('reports what is wrong and uses the rest', () => {
    const { authority, problems } = parseAuthority('authority.yaml', {
      actors: [
        { name: 'Greifenwiek', kind: 'place' },
        { name: 'Nobody' },
        'text',
        { name: 'X', kind: 'person', aliases: [7, 'Ix'] },
      ],
      reject: ['Kaffeehaus', ''],
      same: [['A', 'B'], ['alone']],
      notSame: 'no list',
      typo: [],
    });
    assert.deepEqual(
      authority.actors.map(({ name, aliases }) => [name, aliases]),
      [
        ['Greifenwiek', []],
        ['X', ['Ix']],
      ],
    );
    assert.deepEqual(authority.reject, ['Kaffeehaus']);
    assert.deepEqual(authority.same, [['A', 'B']]);
    assert.deepEqual(
      problems.map(({ message }) => /"[^"]*"/.exec(message)?.[0]),
      ['"typo"', '"actors[1]"', '"actors[2].name"', '"actors[3].aliases[0]"', '"reject[1]"', '"same[1]"', '"notSame"'],
    );
  });

  it('survives any data', () => {
    for (const data of [7, 'text', [], [[]], { actors: { a: 1 } }, { same: [[[]]] }, { actors: [null] }]) {
      assert.ok(Array.isArray(parseAuthority('a.yaml', data).authority.actors));
    }
  });
});

describe("the writer's decisions", () => {
  const read = (data: unknown): { readonly authority: ReturnType<typeof parseAuthority>['authority'] } => ({
    authority: parseAuthority('authority.yaml', data).authority,
  });

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
});
