import { wordSet, wordsOf } from "./words.js";

const SENTENCE_WORDS = wordSet(`are can could does his her how i is me my our please shall should that the their this was we were
  what when where who why will would you your
  bitte dich dir eine einem einen ich kannst mein meine meinem meinen mich mir nicht sind und warum
  moi mon nous peux pour quel quelle une votre vous para puedes quiero una mia mio puoi sono
  een jouw mijn voor waarom meu minha voce mojego prosze bana bir lutfen`);
const JOINING_WORDS = wordSet(`a am an and at be do for from if in it not of or to up with
  al als as das dem den der die du el en est et favor il ist je la las le les lo los mi os por que te tu un wie`);
const MAX_LETTER_WORDS = 11;

/**
 * Tells whether a label is a sentence whose blanks became separators: five words or more, two of which only sentences have, one of
 * them a word such as `the`, `bitte` or `para`; or a list of twelve words.
 */
export function isProse(label) {
  const words = wordsOf(label.toLowerCase());
  const certain = words.filter((word) => SENTENCE_WORDS.has(word)).length;
  const joining = words.filter((word) => JOINING_WORDS.has(word)).length;
  const ofLetters = words.filter((word) => /^[a-z]+$/.test(word)).length;
  return ofLetters > MAX_LETTER_WORDS || (words.length >= 5 && certain > 0 && certain + joining > 1);
}
