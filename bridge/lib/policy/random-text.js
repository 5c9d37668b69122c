/**
 * Random text by the pairs of characters in it: keys, tokens and ids of any vendor. Each pair has a score, the logarithm of how much
 * likelier it is in random text than in names; the greatest sum over any part of a label tells them apart.
 */

/** The sum from which on a text is random, in quarters of a nat. */
const LIMIT = 36;

/** A change between lower case and capitals: frequent in base 64, in names only where words meet. */
const CHANGE_OF_CASE = 2;

/** The length of the shortest word that does not count again. */
const MIN_REPEATED = 2;

const DIGIT = 26;
const SEPARATOR = 27;

/**
 * The score of each pair: a row for the first character, a column for the second (a to z in any case, a digit, a separator); `m` is
 * 0, and each letter after it one quarter of a nat.
 */
const SCORES = [
  "mkjmyskykyrhjhvlyhiglsrqprwi", // a
  "hmsugwuyknyhuvhryjmtjyyypyyc", // b
  "jymsixyhoyihuyepykmfmyyyqyyi", // c
  "hprlcqtwhponttjsymnrovxusyyf", // d
  "kqlklpryuyqlkhsmufiisooltyyf", // e
  "gwuvjkyyeywfrvgmyknllyqymyyj", // f
  "murwcvmmhyyiqnkiyiosmxyxvyyg", // g
  "fwtrfrymhyxrsvhuriqinxyypyye", // h
  "nnillomymyskjdioyniiuoyrypyi", // i
  "fykufyyykmsxpykmsucuktpyyyxo", // j
  "lrtnftpwhxmpusptwsirmywysytb", // k
  "etsofuxygyvinyiqyvmljsywpyyg", // l
  "dkqsfxuyfxwnmrhjyypsmyyvoyxh", // m
  "juljhpiwixosumkryvhfooyvuyuf", // n
  "pnljxrnsrwnjkemiygmkknmruyyi", // o
  "hwsrgyumiywhtximyglhlyyyiyuj", // p
  "qyytyyyytyyhyyytmrsqdyayyyvl", // q
  "gqnoerpyiyormqgqymllkpxynyyf", // r
  "nvlqfrykkyroqsjmtvkentuypyyd", // s
  "iuorfrwjhyyqqtjpyhlmoxtylyye", // t
  "mmhhkpjylyyjkhvkyhghmyyoyyyl", // u
  "gytydvryfyqnwykyyxrtpmyyyymk", // v
  "iusscqxmhywrwlistkiqyymyyyyf", // w
  "mrjtltxulxypnxrhytsdyyympysc", // x
  "lnopnprsqvvlnkmfwokhstsxmtyc", // y
  "hyttctyrjyypuweyyurwgyxvmmyl", // z
  "yhyyxyyyyywyyyupyyyyyxyvyyla", // digit
  "jnillljplqqkjmnjolikolptxwom", // separator
];

const codeOf = (text, at) => text.charCodeAt(at);

function symbol(character) {
  if (/[a-z]/i.test(character)) return codeOf(character.toLowerCase(), 0) - codeOf("a", 0);
  return /\d/.test(character) ? DIGIT : SEPARATOR;
}

const isCapital = (character) => character >= "A" && character <= "Z";

function score(first, second) {
  const [row, column] = [symbol(first), symbol(second)];
  const changed = row < DIGIT && column < DIGIT && isCapital(first) !== isCapital(second);
  return codeOf(SCORES[row], column) - codeOf("m", 0) + (changed ? CHANGE_OF_CASE : 0);
}

function isRandom(characters) {
  let sum = 0;
  let last = ".";
  for (const character of characters) {
    sum = Math.max(0, sum + score(last, character));
    if (sum >= LIMIT) return true;
    last = character;
  }
  return false;
}

/** Leaves out words that are there before: `mcp__k8s__k8s_list_pods` says `k8s` once. */
function distinctWords(label) {
  const seen = new Set();
  return label.replace(/[A-Za-z0-9]+/g, (word) => {
    const repeated = word.length >= MIN_REPEATED && seen.has(word);
    seen.add(word);
    return repeated ? "" : word;
  });
}

/** Tells whether a label has random text anywhere, also where a word that it has twice counts once. */
export function hasRandomText(label) {
  return isRandom(label) && isRandom(distinctWords(label));
}
