import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Dice, wordAt } from './generateFacts.js';

/** A made-up article as a file of a corpus. */
interface GeneratedArticle {
  readonly path: string;
  readonly text: string;
}

const WORDS = 400;
const STATES = [
  'Russland',
  'China',
  'Deutschland',
  'Frankreich',
  'Japan',
  'Polen',
  'Ungarn',
  'Indien',
  'Brasilien',
  'Israel',
];
const ADJECTIVES = [
  'russische',
  'chinesische',
  'deutsche',
  'französische',
  'japanische',
  'polnische',
  'ungarische',
  'indische',
];
const CITIES = [
  'Genf',
  'Wien',
  'Brüssel',
  'Moskau',
  'Peking',
  'Paris',
  'Tokio',
  'Warschau',
  'Helsinki',
  'Ankara',
  'Singapur',
];
const BODIES = ['Nato', 'EU-Kommission', 'UNO', 'OSZE', 'Weltbank', 'Afrikanischen Union'];
const OFFICES = [
  'Präsident',
  'Außenminister',
  'Verteidigungsminister',
  'Regierungssprecher',
  'Botschafter',
  'Abgeordneter',
];
const FIRST_NAMES = [
  'Karl',
  'Anna',
  'Sergej',
  'Maria',
  'Pavel',
  'Helene',
  'Jan',
  'Eva',
  'Dmitri',
  'Lukas',
  'Irina',
  'Paul',
];
const MEETINGS = ['Gespräche', 'Verhandlungen', 'Konsultationen', 'Beratungen'];
const DAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'];
const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const FIRST_PARTS =
  'Sicherheits Wirtschafts Landes Verkehrs Wasser Energie Handels Gesundheits Bildungs Arbeits Umwelt Verwaltungs Haushalts Steuer Grenz Wohnungs Kultur Forschungs Hafen Bahn Straßen Ernte Markt Preis Gas Strom Wald Klima Daten Netz Verfassungs Gemeinde Vereins Jugend Alters Pflege Kranken Renten Kredit Zins Bau Brücken Schul Sport Theater Zeitungs Rundfunk Post Fracht Flug Schiffs Boden Wein Milch Holz Stahl Kohle Papier Textil Maschinen Auto Rad Fuß'.split(
    ' ',
  );
const MIDDLE_PARTS =
  'entwicklungs planungs förder prüfungs versorgungs beratungs leistungs kosten markt netz daten struktur qualitäts mengen grund fach rahmen sonder teil haupt neben mittel lang kurz groß klein ober unter außen innen vor nach zwischen über dach boden raum zeit jahres monats wochen tages nacht sommer winter herbst stadt dorf land kreis bezirks orts'.split(
    ' ',
  );
const LAST_PARTS =
  'plan bericht ausschuss vertrag antrag bedarf wandel ausbau abbau umbau zuschuss überschuss verbrauch gewinn verlust betrag anteil vorrat wert satz fonds verband dienst beitrag haushalt entwurf beschluss vorschlag bestand rückgang anstieg zuwachs aufwand ertrag umsatz handel verkehr betrieb schutz versuch test rahmen raum kreis weg stoff fall stand kauf verkauf tausch'.split(
    ' ',
  );
const OUTLETS = ['Donauwarte', 'Nordblick', 'Ostbote', 'Kurier am Abend', 'Stadtanzeiger'];

/**
 * The `index`-th German article, about 400 words, always the same: actors as Zipf has it (few in all articles, a new one ever again), a
 * vocabulary that grows as Heaps has it (more than 200,000 forms in 100,000 articles), and meetings of which several articles tell.
 */
function articleAt(index: number): GeneratedArticle {
  const dice = new Dice(index + 31);
  const date = dateAt(dice.below(2500));
  const scene = createScene(index, dice);
  const paragraphs = [scene.headline, `${OUTLETS[dice.zipf(OUTLETS.length)] ?? ''}, ${printDate(date)}`];
  for (let words = 0; words < WORDS; ) {
    const sentences = Array.from({ length: 3 + dice.below(3) }, () => sentenceOf(scene, dice));
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    words += paragraph.split(' ').length;
  }
  const folder = `${String(date.getUTCFullYear())}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`;
  return { path: `articles/${folder}/${String(index)}.txt`, text: `${paragraphs.join('\n\n')}\n` };
}

/** Writes the first `count` articles below `folder`; gives how many bytes they have. */
export function writeArticles(folder: string, count: number): number {
  let size = 0;
  const made = new Set<string>();
  for (let index = 0; index < count; index++) {
    const { path, text } = articleAt(index);
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
    size += Buffer.byteLength(text);
  }
  writeFileSync(join(folder, 'corpus.yaml'), 'name: Bench\n');
  return size;
}

/** The `rank`-th most frequent person. */
export function personAt(rank: number): string {
  const dice = new Dice(rank + 501);
  return `${pick(FIRST_NAMES, dice)} ${surnameAt(rank)}`;
}

interface Scene {
  readonly headline: string;
  readonly persons: readonly { readonly name: string; readonly surname: string; readonly office: string }[];
  readonly states: readonly [string, string];
  readonly city: string;
  readonly meeting: string;
  readonly when: string;
  readonly noun: () => string;
}

function createScene(index: number, dice: Dice): Scene {
  const cast = Math.ceil(200 + 4 * (index + 200) ** 0.85);
  const vocabulary = Math.ceil(6000 + 60 * (index + 1000) ** 0.72);
  const persons = Array.from({ length: 4 }, () => {
    const rank = dice.zipf(cast);
    return { name: personAt(rank), surname: surnameAt(rank), office: pick(OFFICES, new Dice(rank)) };
  });
  // What is told is one of some hundred meetings, the first ones again and again.
  const story = new Dice(dice.zipf(200 + index / 20) + 77);
  const day = dateAt(story.below(2500));
  const [city, meeting] = [pick(CITIES, story), pick(MEETINGS, story)];
  const states = [pick(STATES, story), pick(STATES, story)] as const;
  const noun = (): string => nounAt(dice.zipf(vocabulary));
  const headline = `${meeting} in ${city}: ${persons[0]?.surname ?? ''} setzt auf ${noun()}`;
  return { headline, persons, states, city, meeting, when: printDate(day), noun };
}

type Sentence = (scene: Scene, dice: Dice) => string;

/** Sentences that name actors; with those that do not, an article has about 30 mentions, as real ones have. */
const TELLING: readonly Sentence[] = [
  ({ states, city, when, meeting }) =>
    `Die ${meeting} zwischen ${states[0]} und ${states[1]} fanden am ${when} in ${city} statt.`,
  (scene, dice) =>
    `${personOf(scene, dice)} traf am ${pick(DAYS, dice)} in ${scene.city} mit ${surnameOf(scene, dice)} zusammen.`,
  (scene, dice) =>
    `„Wir brauchen mehr ${scene.noun()} und weniger ${scene.noun()}“, sagte ${personOf(scene, dice)} nach dem Treffen.`,
  (scene, dice) =>
    `${surnameOf(scene, dice)} sagte, der ${scene.noun()} sei für ${pick(STATES, dice)} von großer Bedeutung.`,
  (scene, dice) =>
    `Der ${pick(ADJECTIVES, dice)} ${pick(OFFICES, dice)} ${personOf(scene, dice)} warf der ${pick(BODIES, dice)} vor, den ${scene.noun()} zu behindern.`,
];

const FILLING: readonly Sentence[] = [
  (scene) =>
    `In den Straßen war von ${scene.noun()} und ${scene.noun()} wenig zu sehen, obwohl viele den ${scene.noun()} seit langem erwartet hatten.`,
  (scene) =>
    `Beobachter rechnen damit, dass der ${scene.noun()} noch vor dem Sommer über den ${scene.noun()} entscheidet und die ${scene.noun()} danach neu geordnet werden.`,
  (scene, dice) =>
    `Im vergangenen Jahr wurden ${String(2 + dice.below(90))} Fälle von ${scene.noun()} gezählt, mehr als je zuvor und weit mehr als bei ${scene.noun()}.`,
  (scene) =>
    `Wer die ${scene.noun()} kennt, weiß, wie schwer es ist, einen ${scene.noun()} zu finden, der allen gerecht wird und trotzdem bezahlbar bleibt.`,
  (scene) =>
    `Ein ${scene.noun()} allein, so heißt es, löst das Problem nicht, denn der ${scene.noun()} hängt von der ${scene.noun()} ab.`,
];

function sentenceOf(scene: Scene, dice: Dice): string {
  return pick(dice.next() < 0.45 ? TELLING : FILLING, dice)(scene, dice);
}

function personOf({ persons }: Scene, dice: Dice): string {
  const { name = '', surname = '', office = '' } = persons[dice.zipf(persons.length)] ?? {};
  const form = dice.below(3);
  return form === 0 ? name : form === 1 ? `${office} ${name}` : surname;
}

function surnameOf({ persons }: Scene, dice: Dice): string {
  return persons[dice.zipf(persons.length)]?.surname ?? '';
}

function surnameAt(rank: number): string {
  return `${capitalise(wordAt(61 + 3 * rank).toLowerCase())}ow`;
}

/** The `rank`-th most frequent noun: a compound, as most rare German words are. */
function nounAt(rank: number): string {
  const dice = new Dice(rank + 11);
  const first = pick(FIRST_PARTS, dice);
  const second = rank < 400 ? '' : pick(MIDDLE_PARTS, dice);
  return `${first}${second}${pick(LAST_PARTS, dice)}`;
}

function dateAt(day: number): Date {
  return new Date(Date.UTC(2016, 0, 1 + day));
}

function printDate(date: Date): string {
  return `${String(date.getUTCDate())}. ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`;
}

function pick<T>(values: readonly T[], dice: Dice): T {
  return values[dice.below(values.length)] as T;
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
