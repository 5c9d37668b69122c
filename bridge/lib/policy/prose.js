import { wordSet, wordsOf } from "./words.js";

const SENTENCE_WORDS = wordSet(`are can could does his her how i is me my our please shall should that the their this was we were
  what when where who why will would you your`);
const JOINING_WORDS = wordSet("a am an at be do for from if in it not of or to up with");

/**
 * Tells whether a label is a sentence whose blanks became separators: five words or more, two of which only sentences have, one of
 * them a word such as `the`, `is` or `my`.
 */
export function isProse(label) {
  const words = wordsOf(label.toLowerCase());
  const certain = words.filter((word) => SENTENCE_WORDS.has(word)).length;
  const joining = words.filter((word) => JOINING_WORDS.has(word)).length;
  return words.length >= 5 && certain > 0 && certain + joining > 1;
}
