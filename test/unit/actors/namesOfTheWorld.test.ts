import { describe, it } from 'mocha';
import { assertMarks } from './marks.js';

describe('states, peoples and places', () => {
  it('are found in every inflected form', () => {
    assertMarks('In der [Russischen Föderation|Russland] und den [Vereinigten Staaten|USA], [Chinas|China] Nachbarn.');
    assertMarks('[Russlands|Russland] [Fernem Osten|Ferner Osten] und dem [Fernen Osten|Ferner Osten]');
  });

  it('name the state by its adjective, also inside other words', () => {
    assertMarks(
      'Die [russisch|Russland adjective]-[chinesische|China adjective] Allianz, die [antichinesische|China adjective] Rede.',
    );
    assertMarks('Sie spricht Russisch und liest auf Deutsch.');
  });

  it('take the noun for the people', () => {
    assertMarks('Unter den [Chinesen|Chinesen] und [Japanern|Japaner] wuchs der Zweifel.');
  });

  it('mark the name in a compound, and the whole where it is one place', () => {
    assertMarks(
      '[US|USA]-Truppen, [Ukraine|Ukraine]-Krieg, die [Kurilen-Inseln|Kurilen] und die [Asien-Pazifik-Region|Asien-Pazifik-Region].',
    );
  });

  it('tell the West from a direction', () => {
    assertMarks(
      'Der [Westen|Westen] fürchtet das. Im Westen der [Ukraine|Ukraine] regnet es, der Zug fährt nach Westen.',
    );
  });

  it('find unknown places by what stands before them', () => {
    assertMarks('In der Provinz [Zadrovar|Zadrovar] lebt es sich still. [Zadrovar|Zadrovar] schläft.');
  });

  it('keep everyday words apart', () => {
    assertMarks('Beim Essen sprach man viel. Er wohnt in [Essen|Essen]. Seine Frau wohnt an der [Seine|Seine].');
  });
});

describe('organizations', () => {
  it('are found by long and short form in any case', () => {
    assertMarks(
      'Die [Nato|NATO] und das [Nordatlantische Bündnis|NATO], die [NATO|NATO]-Erweiterung und eine Mini-[NATO|NATO].',
    );
    assertMarks('Die Sitzung des [Nato-Russland-Rats|Nato-Russland-Rat] begann.');
  });

  it('are named by a state and a noun: the noun is the mention', () => {
    assertMarks(
      'Das [russische|Russland adjective] [Außenministerium|Russisches Außenministerium] schwieg. Das [Außenministerium|Russisches Außenministerium] in [Moskau|Moskau] prüft.',
    );
    assertMarks('Der [russische|Russland adjective] [Sicherheitsrat|Sicherheitsrat der Russischen Föderation] tagt.');
    assertMarks('Die [US|USA]-Armee und die [russische|Russland adjective] Regierung sind keine Namen.');
  });

  it('are told by their head noun', () => {
    assertMarks(
      'Am [Institut für Koreanische Studien|Institut für Koreanische Studien] der [Wendelin Universität|Wendelin Universität].',
    );
    assertMarks('Sprecher des [Elbe-Instituts für Sicherheitsfragen|Elbe-Institut für Sicherheitsfragen] ist er.');
    assertMarks('Der Betriebsrat, das Gerät für Kinder und die Behörde sind keine.');
  });

  it('are told by what stands before them', () => {
    assertMarks(
      'Der Sender [NHKX|NHKX] und die Zeitung „[Volksfreund|Volksfreund]“ berichten. [NHKX|NHKX] schwieg später.',
    );
  });

  it('learn their short form from the text', () => {
    assertMarks(
      'Das [Institut für Grenzfragen|Institut für Grenzfragen] ([IGF|Institut für Grenzfragen]) warnt. Laut [IGF|Institut für Grenzfragen] eilt es.',
    );
  });

  it('that are everyday words need a cue', () => {
    assertMarks('Die Welt staunt. Das schreibt die Zeitung „[Die Welt|Die Welt]“.');
  });
});

describe('capitals and seats of power', () => {
  it('stand for the government, and are places after a preposition of place', () => {
    assertMarks('[Moskau|Russland metonym] und [Tokio|Japan metonym] sprachen in [Wien|Wien] und [Genf|Genf].');
    assertMarks(
      'Die Annäherung an [Moskau|Russland metonym], Druck auf [Peking|China metonym], [Pekings|China metonym] Antwort.',
    );
  });

  it('are the sender of a warning, not the place it comes from', () => {
    assertMarks('Es gab Warnungen aus [Washington|USA metonym]. Ein Zug aus [Washington|Washington] kam an.');
  });

  it('are places in a dateline, as the goal of a visit and beside the nouns of a city', () => {
    assertMarks('[MOSKAU|Moskau]: Der Gast sprach lange. Dann schwieg er.');
    assertMarks('Er will [Moskau|Moskau] in den kommenden Monaten besuchen.');
    assertMarks('[Moskaus|Moskau] Innenstadt, der [Moskau|Moskau]-Besuch, die Hauptstadt [Seoul|Seoul].');
  });

  it('stand for the Union in the case of Brussels', () => {
    assertMarks('[Brüssel|Europäische Union metonym] fordert Reformen, in [Brüssel|Brüssel] regnet es.');
  });

  it('are institutions, or buildings', () => {
    assertMarks('Der [Kreml|Kreml] schwieg. Das Treffen im [Kreml|Kreml] endete.');
  });
});
