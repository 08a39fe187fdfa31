/*
 * What the page says, in English and Arabic. Each module brings its own words; a word that the chosen language lacks is said in
 * English, and a key that nobody has is said as it is, so that it is seen.
 */
const words = { en: new Map(), ar: new Map() };
const KEPT = 'wirewatch.language';
const chosen = known(read() ?? navigator.language.slice(0, 2));
const plurals = new Intl.PluralRules(chosen);
const numbers = new Intl.NumberFormat(locale()); // made once: making one costs more than using it

/**
 * Adds the words of a module: `{en: {key: word}, ar: {key: word}}`. A word is a text, in which `{0}` is the first argument, or an
 * object of texts by plural category of the first argument: `{one: '{0} alert', other: '{0} alerts'}`.
 */
export function addWords(byLanguage) {
  for (const [language, entries] of Object.entries(byLanguage)) {
    for (const [key, word] of Object.entries(entries)) words[language]?.set(key, word);
  }
}

/** The word of a key, with numbers written as the language writes them. */
export function t(key, ...args) {
  const word = words[chosen].get(key) ?? words.en.get(key) ?? key;
  const text = typeof word === 'string' ? word : (word[plurals.select(Number(args[0]))] ?? word.other);
  return text.replace(/\{(\d)\}/g, (whole, index) => written(args[index] ?? ''));
}

/** The language of the page: 'en' or 'ar'. */
export function lang() {
  return chosen;
}

/** The locale for numbers and dates: Iraqi month names, and the digits that the data itself is written with. */
export function locale() {
  return chosen === 'ar' ? 'ar-IQ-u-nu-latn' : 'en-GB';
}

/** Chooses a language. The page starts anew in it; where it stood is in its address. */
export function setLang(language) {
  if (known(language) === chosen) return;
  try {
    localStorage.setItem(KEPT, known(language));
  } catch (refused) {
    console.warn('the language is not remembered', refused);
  }
  location.reload();
}

/** Tells the document its language and direction. */
export function speak() {
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === 'ar' ? 'rtl' : 'ltr';
}

function written(value) {
  return typeof value === 'number' ? numbers.format(value) : String(value);
}

function known(language) {
  return language === 'ar' ? 'ar' : 'en';
}

function read() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // storage is switched off in this browser: the browser's language it is
  }
}
