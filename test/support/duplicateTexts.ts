/** Invented articles: what agencies send out, what outlets make of it, and what only looks alike. */

const AGENCY: readonly string[] = [
  'Der Außenminister von Norvien, Aldo Ferrant, ist am Dienstag überraschend zu Gesprächen in der Hauptstadt des Nachbarlandes Ostmark eingetroffen. Nach Angaben seines Ministeriums will er dort über die seit Wochen blockierte Getreidelieferung verhandeln, auf die mehr als 40 Mühlen im Süden des Landes warten.',
  '„Wir sind nicht gekommen, um Rechnungen zu begleichen, sondern um die Speicher zu öffnen“, sagte Ferrant nach der Landung. Die Regierung der Ostmark hatte die Ausfuhr Anfang März gestoppt und dies mit einem Schädlingsbefall in drei Häfen begründet. Fachleute der Landwirtschaftskammer in Lindau halten diese Begründung für vorgeschoben.',
  'Die Ministerin für Handel der Ostmark, Ilka Brandis, sprach vor dem Treffen von einer technischen Frage, die sich in wenigen Tagen lösen lasse. Zugleich verlangte sie, dass Norvien seine Zölle auf Düngemittel überprüft. Diese waren im vergangenen Herbst von acht auf 15 Prozent gestiegen.',
  'In den Grenzorten ist die Geduld der Landwirte nach Berichten von Anwohnern erschöpft. Am Wochenende blockierten etwa 200 Traktoren die Brücke bei Hallstein, die wichtigste Verbindung zwischen beiden Ländern. Die Polizei ließ sie gewähren, nachdem die Fahrer zugesagt hatten, Rettungswagen durchzulassen.',
  'Beobachter rechnen damit, dass beide Seiten am Mittwoch eine gemeinsame Erklärung veröffentlichen. Ein Entwurf, der mehreren Redaktionen vorliegt, sieht eine schrittweise Öffnung der Häfen bis zum 20. April und eine Arbeitsgruppe für die Zölle vor. Eine Bestätigung der Ministerien gab es dafür zunächst nicht.',
  'Norvien deckt rund ein Drittel seines Bedarfs an Weizen mit Lieferungen aus der Ostmark. Schon vor zwei Jahren hatten sich beide Länder monatelang über Durchfahrtsrechte auf der Lahre gestritten, bis ein Schiedsgericht den Streit beilegte.',
];

const OTHER_REPORT: readonly string[] = [
  'Als Aldo Ferrant am Dienstagmittag aus der Regierungsmaschine steigt, regnet es in Strömen. Der Chefdiplomat aus Norvien hat nur eine Aktentasche dabei und wenig Zeit: Bis morgen soll feststehen, ob die Ostmark wieder Weizen liefert.',
  '„Wir sind nicht gekommen, um Rechnungen zu begleichen, sondern um die Speicher zu öffnen“, ruft er den wartenden Reportern zu, ehe er in den Wagen steigt. Im Handelsministerium empfängt ihn Ilka Brandis mit einem knappen Händedruck. Man kennt sich, man schätzt sich nicht.',
  'Seit dem Exportstopp im März fehlt den Mühlen im Süden Norviens der Nachschub. Offiziell geht es um Käfer in den Silos dreier Häfen. Wer sich unter Händlern umhört, bekommt eine andere Geschichte zu hören: Die Ostmark wolle die höheren Düngerzölle rückgängig machen, koste es, was es wolle.',
  'An der Brücke von Hallstein stehen an diesem Abend noch immer Traktoren. Bauer Jost Remmler hat den Motor abgestellt und trinkt Tee aus der Thermoskanne. Er glaube erst an eine Einigung, wenn der erste Zug rolle, sagt er. Seine Nachbarn nicken.',
  'Am Mittwoch wollen die beiden Minister vor die Presse treten. In den Delegationen kursiert ein Papier, das eine Öffnung in Stufen vorsieht. Ob es hält, weiß in dieser Nacht niemand.',
];

const ENGLISH: readonly string[] = [
  'The government of Norvia said on Thursday it would reopen two of its three northern ports to grain ships from next week, ending a dispute that had kept some 60 vessels at anchor since early March.',
  'Transport Minister Lena Orval told parliament that inspectors had found no trace of the beetle that was given as the reason for the closure. She said insurers had been informed and that pilots would be back on duty by Monday morning at 6 a.m.',
  'Shipping companies welcomed the decision but warned that clearing the backlog could take a month. The owners association put the damage at 35 million crowns and asked the state to cover a third of it.',
  'The opposition accused the cabinet of having used a plant disease as a bargaining chip in talks over fertiliser duties. Orval rejected this as a fairy tale told by people who had never seen a silo from the inside.',
  'Prices for wheat on the exchange in Port Ansel fell by 4 percent within an hour of the announcement, their steepest drop since the harvest of last year.',
];

const WEATHER = [
  (day: string, [a, b]: readonly number[]) =>
    `Am ${day} ist es im Norden wechselnd bewölkt, im Süden scheint längere Zeit die Sonne. Die Höchstwerte liegen zwischen ${String(a)} Grad an der Küste und ${String(b)} Grad am Oberlauf der Lahre.`,
  (_: string, [, , c, d, e]: readonly number[]) =>
    `In der Nacht zum folgenden Tag kühlt es auf ${String(c)} bis ${String(d)} Grad ab. Der Wind weht schwach bis mäßig aus West, in Böen mit bis zu ${String(e)} Kilometern in der Stunde. Die Regenwahrscheinlichkeit beträgt ${String((e ?? 0) - 20)} Prozent.`,
  () =>
    'Die weiteren Aussichten: In den kommenden Tagen bleibt es bei einem Wechsel von Sonne und Wolken, örtlich sind kurze Schauer möglich. Der nächste Bericht des Wetterdienstes erscheint morgen um diese Zeit an dieser Stelle.',
];

const STOCKS = (index: readonly string[]) => [
  `Der Leitindex der Börse in Lindau ist am ${index[0] ?? ''} mit ${index[1] ?? ''} Punkten aus dem Handel gegangen, ein Wechsel von ${index[2] ?? ''} Prozent gegenüber dem Vortag. Der Index der mittelgroßen Werte schloss bei ${index[3] ?? ''} Punkten.`,
  `Größter Gewinner waren die Papiere der Lahre-Werke mit einem Plus von ${index[4] ?? ''} Prozent, größter Verlierer die Anteile der Nordbank mit einem Minus von ${index[5] ?? ''} Prozent. Eine Feinunze Gold kostete am Abend ${index[6] ?? ''} Kronen, ein Barrel Öl ${index[7] ?? ''} Kronen.`,
  `Am Rentenmarkt lag die Umlaufrendite bei ${index[8] ?? ''} Prozent. Die Krone wurde zuletzt mit ${index[9] ?? ''} Mark gehandelt.`,
];

function weather(day: string, ...figures: readonly number[]): string {
  return join(WEATHER.map((write) => write(day, figures)));
}

function join(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

function edit(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`the text has no „${from}“`);
    return result.replace(from, to);
  }, text);
}

/** Two texts, and what a reader says of them. */
export interface Pair {
  readonly what: string;
  readonly texts: readonly [string, string];
}

const agency = join(AGENCY);
const english = join(ENGLISH);

export const REPRINTS: readonly Pair[] = [
  {
    what: 'an outlet line before and behind',
    texts: [agency, `Lindau (NA) – ${agency}\n\nMit Material der Nachrichtenagentur NA. © Donauwarte`],
  },
  { what: 'the last paragraph cut', texts: [agency, join(AGENCY.slice(0, 5))] },
  { what: 'the last two paragraphs cut', texts: [agency, join(AGENCY.slice(0, 4))] },
  { what: 'half of it cut', texts: [agency, join(AGENCY.slice(0, 3))] },
  { what: 'a paragraph left out in the middle', texts: [agency, join(AGENCY.filter((_, index) => index !== 2))] },
  { what: 'two paragraphs swapped', texts: [agency, join([0, 1, 3, 2, 4, 5].map((index) => AGENCY[index] ?? ''))] },
  {
    what: 'other quotation marks and dashes',
    texts: [agency, agency.replaceAll('„', '»').replaceAll('“', '«')],
  },
  {
    what: 'a figure brought up to date',
    texts: [agency, edit(agency, ['etwa 200 Traktoren', 'inzwischen etwa 260 Traktoren'])],
  },
  {
    what: 'words changed here and there',
    texts: [
      agency,
      edit(
        agency,
        ['überraschend', 'unerwartet'],
        ['Nach Angaben seines Ministeriums', 'Wie sein Ministerium mitteilte,'],
        ['Fachleute', 'Experten'],
        ['in wenigen Tagen', 'binnen Tagen'],
        ['etwa 200', 'rund 200'],
        ['Beobachter rechnen damit', 'Es wird erwartet'],
        ['monatelang', 'über Monate'],
      ),
    ],
  },
  {
    what: 'cut by a third and edited',
    texts: [
      agency,
      edit(
        join(AGENCY.slice(0, 4)),
        ['überraschend zu Gesprächen', 'unangekündigt'],
        ['sagte Ferrant nach der Landung', 'erklärte der Minister am Flughafen'],
        ['Am Wochenende blockierten', 'Zuletzt hatten'],
      ),
    ],
  },
  {
    what: 'two outlets that cut differently',
    texts: [join(AGENCY.slice(0, 4)), join(AGENCY.filter((_, i) => i !== 1))],
  },
  { what: 'an own first sentence', texts: [english, `Ships may soon sail again off the northern coast. ${english}`] },
  { what: 'the last paragraph cut, in English', texts: [english, join(ENGLISH.slice(0, 4))] },
  {
    what: 'British and American spelling',
    texts: [
      english,
      edit(english, ['fertiliser', 'fertilizer'], ['percent', 'per cent'], ['said on Thursday', 'announced Thursday']),
    ],
  },
  {
    what: 'an own paragraph in the middle',
    texts: [
      english,
      join([
        ...ENGLISH.slice(0, 2),
        'In the harbour of Port Ansel people came to the quay in the evening to watch the first tug leave, as a reporter of this newspaper saw; a brass band played, and somebody had brought a cake in the shape of a ship.',
        ...ENGLISH.slice(2),
      ]),
    ],
  },
];

export const OTHERS: readonly Pair[] = [
  { what: 'two reporters at one event, with the same quotation', texts: [agency, join(OTHER_REPORT)] },
  { what: 'a report that quotes a paragraph of the other', texts: [agency, join([...OTHER_REPORT, AGENCY[1] ?? ''])] },
  {
    what: 'the report of the next day on the same matter',
    texts: [english, join([AGENCY[5] ?? '', ...ENGLISH.slice(4), ...OTHER_REPORT.slice(2)])],
  },
  {
    what: 'the weather of two days',
    texts: [weather('Montag', 14, 21, 6, 9, 45), weather('Dienstag', 16, 24, 8, 11, 60)],
  },
  {
    what: 'the weather of two weeks',
    texts: [weather('Montag', 14, 21, 6, 9, 45), weather('Montag', 19, 27, 12, 15, 38)],
  },
  {
    what: 'the stock prices of two days',
    texts: [
      join(STOCKS(['Montag', '15.234', '0,4', '8.120', '3,1', '2,7', '1.912', '78,40', '2,31', '7,42'])),
      join(STOCKS(['Dienstag', '15.198', '-0,2', '8.077', '2,2', '4,0', '1.925', '77,95', '2,29', '7,44'])),
    ],
  },
  {
    what: 'a review of the day that prints a report with others',
    texts: [agency, join([...ENGLISH, ...OTHER_REPORT, weather('Montag', 14, 21, 6, 9, 45), agency, join(STOCKS([]))])],
  },
  { what: 'two languages', texts: [agency, english] },
  { what: 'two notices of a line', texts: ['Bitte melden Sie sich an.', 'Bitte melden Sie sich an.'] },
];
