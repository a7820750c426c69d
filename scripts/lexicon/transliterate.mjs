/**
 * Russian and Ukrainian names in Latin letters as German and English newspapers write them. Where a house may choose, there are several:
 * Sergej and Sergei, Sergey and Sergei.
 */
export function transliterate(name, language) {
  const common = { ...COMMON, ...(language === 'uk' ? UKRAINIAN : {}) };
  const german = spell(name, { ...common, ...GERMAN, ...(language === 'uk' ? UKRAINIAN_GERMAN : {}) });
  const english = spell(name, { ...common, ...ENGLISH, ...(language === 'uk' ? UKRAINIAN_ENGLISH : {}) });
  const official =
    language === 'uk'
      ? [english.replace(/(?<=.)y(?=[aeu])/g, 'i').replace(/(?<=.)y$/, 'i'), english.replace(/iy$/, 'ii')]
      : [];
  const spellings = [
    german,
    withI(german),
    trimEnding(german),
    english,
    english.replace(/([aeou])y$/, '$1i'),
    trimEnding(english),
  ];
  return [...new Set([...spellings, ...official])];
}

/** „Sergej" is „Sergei" too. */
function withI(german) {
  return german.replace(/([aeou])j(?=$|[^aeiou])/g, '$1i');
}

const COMMON = {
  ...{ а: 'a', б: 'b', г: 'g', д: 'd', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ у: 'u', ф: 'f', ы: 'y', э: 'e', ъ: '', ь: '', "'": '', '’': '' },
};
const GERMAN = {
  в: 'w',
  е: 'e',
  ё: 'jo',
  ж: 'sch',
  з: 's',
  й: 'j',
  х: 'ch',
  ц: 'z',
  ч: 'tsch',
  ш: 'sch',
  щ: 'schtsch',
  ю: 'ju',
  я: 'ja',
};
const ENGLISH = {
  в: 'v',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  й: 'y',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ю: 'yu',
  я: 'ya',
};
const UKRAINIAN = { г: 'h', ґ: 'g', и: 'y', і: 'i' };
const UKRAINIAN_GERMAN = { є: 'je', ї: 'ji' };
const UKRAINIAN_ENGLISH = { є: 'ye', ї: 'yi' };
const SOFT = { е: { ja: 'je', ya: 'ye' } };

function spell(name, letters) {
  const source = [...name.normalize('NFC').toLowerCase()];
  const latin = source.map((letter, i) => {
    const before = source[i - 1];
    // At the start and behind a vowel or a soft sign the Russian е is heard as je.
    const isIotated = letter === 'е' && letters.и === 'i' && (before === undefined || /[аеёиоуыэюяьъ]/.test(before));
    if (isIotated) return SOFT.е[letters.я];
    // German writes a voiceless s between vowels double.
    if (letter === 'с' && letters.в === 'w' && isVowel(before) && isVowel(source[i + 1])) return 'ss';
    return letters[letter] ?? letter;
  });
  return capitalise(latin.join(''));
}

/** „Dmitrij" and „Dmitriy" are Dmitri and Dmitry. */
function trimEnding(name) {
  return name.replace(/ij$/, 'i').replace(/iy$/, 'y');
}

function isVowel(letter) {
  return letter !== undefined && /[аеёиоуыэюяіїє]/.test(letter);
}

function capitalise(name) {
  return name.replace(/(^|[- ])(\p{Ll})/gu, (_, gap, letter) => gap + letter.toUpperCase());
}
