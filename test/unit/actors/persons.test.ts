import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { assertMarks, getActor, recognise } from './marks.js';

describe('recognising persons', () => {
  it('marks the bare name behind a title, with its genitive s', () => {
    assertMarks('Der Besuch von Außenminister [Sergej Lawrow|Sergej Lawrow] und [Putins|Wladimir Putin] Antwort.');
  });

  it('takes names that no list has from title and first name', () => {
    assertMarks('Der Historiker [Ruprecht Wennemar|Ruprecht Wennemar] traf [Sabine Krönlein|Sabine Krönlein].');
    assertMarks('Bürgermeister [Ondrej Xaverlik|Ondrej Xaverlik] trat zurück, so [Xaverlik|Ondrej Xaverlik].');
  });

  it('sees a person in two unknown words only where someone speaks or an apposition follows', () => {
    assertMarks('„Es reicht“, sagte [Tovarra Ilmbek|Tovarra Ilmbek] am Abend.');
    assertMarks('[Tovarra Ilmbek|Tovarra Ilmbek], ein Historiker, widersprach.');
    assertMarks('Sie hörten die Oper Tovarra Ilmbek am Abend.');
  });

  it('reads particles and double names', () => {
    assertMarks('[Ursula von der Leyen|Ursula von der Leyen] rief an; [von der Leyen|Ursula von der Leyen] legte auf.');
    assertMarks('[Annegret Kramp-Karrenbauer|Annegret Kramp-Karrenbauer] schwieg.');
  });

  it('reads East Asian names with the family name first', () => {
    assertMarks('[Baek Dal-ho|Baek Dal-ho] lehrt in [Seoul|Seoul]. „Geduld“, rät [Baek|Baek Dal-ho].');
    assertMarks('Staatschef [Xi Jinping|Xi Jinping] empfing [Wang Yi|Wang Yi].');
  });

  it('does not take months, nouns or sentence starts for names', () => {
    assertMarks('Gestern Nachmittag kam der Minister im April. Beide Präsidenten Truppen schicken zu sehen, war neu.');
  });

  it('gives spellings of one full name one id', () => {
    const [german] = recognise('Sergej Lawrow kam.').actors;
    const [english] = recognise('Sergei Lavrov came.', { language: 'en' }).actors;
    assert.equal(german?.id, english?.id);
    assert.equal(english?.name, 'Sergej Lawrow');
  });
});

describe('parts of full names', () => {
  it('joins surname, genitive, compound part and given part to the full name', () => {
    assertMarks(
      '[Kim Jong-un|Kim Jong-un] kam. [Jong-uns|Kim Jong-un] Zug war grün. Der [Kim|Kim Jong-un]-Besuch endete, [Kim|Kim Jong-un] reiste ab.',
    );
  });

  it('takes the nearest earlier full name where several bear the surname', () => {
    assertMarks(
      '[George H. W. Bush|George H. W. Bush] kam. [Bush|George H. W. Bush] sprach. [George W. Bush|George W. Bush] ging. [Bush|George W. Bush] schwieg.',
    );
  });

  it('leaves a surname of several unresolved where no full name stands', () => {
    assertMarks('Präsident [Bush|? Bush] und [Kim|? Kim] trafen sich.');
  });

  it('sees two persons in „Putin Xi mitteilte“', () => {
    assertMarks(
      '[Wladimir Putin|Wladimir Putin] und [Xi Jinping|Xi Jinping]: ob [Putin|Wladimir Putin] [Xi|Xi Jinping] mitteilte, was er plant.',
    );
  });

  it('keeps everyday words that are surnames apart', () => {
    assertMarks(
      '[Joschka Fischer|Joschka Fischer] kam. Die Fischer klagten. Damals regierte [Fischer|Joschka Fischer] mit.',
    );
    assertMarks(
      '[Joschka Fischer|Joschka Fischer] kam. Fischer aus dem Norden klagten. [Fischer|Joschka Fischer] sagte nichts.',
    );
  });

  it('takes a surname for the person and not for the city of that name', () => {
    assertMarks('[Susanne Raab|Susanne Raab] kam. Am Abend sprach [Raab|Susanne Raab] in [Raab|Györ].');
  });

  it('joins another transliteration of a surname, but no misspelling', () => {
    assertMarks('[Nikolaj Tschernow|Nikolaj Tschernow] kam. [Tchernov|Nikolaj Tschernow] ging.');
    assertMarks('[Nikolaj Tarasow|Nikolaj Tarasow] kam. Tarrasow ging.');
  });

  it('sees another person in an unknown given name before a known surname', () => {
    assertMarks('[Joe Biden|Joe Biden] schwieg, als man [Zebulon Biden|Zebulon Biden] fragte.');
  });

  it('knows prominent surnames without a full name and says that it infers them', () => {
    assertMarks('In [Berlin|Berlin] traf sich [Scholz|Olaf Scholz] mit Beratern.');
    assert.equal(recognise('Gestern kam Scholz an.').mentions[0]?.certainty, 'inferred');
  });
});

describe('offices', () => {
  const officesOf = (text: string, name: string): readonly string[] =>
    getActor(text, name).offices.map(({ title, state }) => (state === undefined ? title : `${title} ${state}`));

  it('are read before the name, with the state that an adjective, a prefix or a genitive gives', () => {
    assert.deepEqual(officesOf('Der japanische Außenminister Fumio Kishida kam.', 'Fumio Kishida'), [
      'Außenminister JP',
    ]);
    assert.deepEqual(officesOf('US-Außenminister Antony Blinken kam.', 'Antony Blinken'), ['Außenminister US']);
    assert.deepEqual(officesOf('Russlands Präsident Wladimir Putin kam.', 'Wladimir Putin'), ['Präsident RU']);
  });

  it('are read behind the name', () => {
    assert.deepEqual(officesOf('Sergej Lawrow, Außenminister Russlands, kam.', 'Sergej Lawrow'), ['Außenminister RU']);
  });

  it('keep what tells them from others', () => {
    const text = 'Die stellvertretende Außenministerin Wendy Sherman und Kreml-Sprecher Dmitri Peskow kamen.';
    assert.deepEqual(officesOf(text, 'Wendy Sherman'), ['stellvertretende Außenministerin']);
    assert.deepEqual(officesOf(text, 'Dmitri Peskow'), ['Kreml-Sprecher']);
    const secretary = 'Der Sekretär des russischen Sicherheitsrates, Nikolai Patruschew, kam.';
    assert.deepEqual(officesOf(secretary, 'Nikolai Patruschew'), ['Sekretär des russischen Sicherheitsrates']);
  });

  it('belong to the next person where one follows', () => {
    assert.deepEqual(officesOf('Wladimir Putin, Präsident Emmanuel Macron und andere kamen.', 'Wladimir Putin'), []);
  });
});
