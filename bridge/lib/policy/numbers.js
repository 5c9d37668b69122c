/**
 * Numbers that identify: six digits in a row, or nine in groups that single separators join; six also in groups where dashes join
 * nothing else. Spared are what versions consist of: a date such as `20250929` or `251104`, a year among groups, a context size such
 * as `131072`, and behind a dash or an underscore the digits counted up (`sk-1234567`), which are a placeholder.
 */

const MIN_DIGITS = 6;
const MIN_GROUPED_DIGITS = 9;
const GROUPS = /\d+(?:[_.:-]\d+)*/g;
const COUNTED_UP = "1234567890".repeat(12);

const between = (least, text, greatest) => least <= Number(text) && Number(text) <= greatest;
const isYear = (group) => group.length === 4 && between(1900, group, 2099);
const isMonth = (text) => between(1, text, 12);
const isDay = (text) => between(1, text, 31);

function isDate(group) {
  const [four, two] = [group.slice(0, 4), group.slice(0, 2)];
  if (group.length === 8) return isYear(four) && isMonth(group.slice(4, 6)) && isDay(group.slice(6));
  if (group.length !== 6) return false;
  const short = between(20, two, 39) && isMonth(group.slice(2, 4)) && isDay(group.slice(4));
  return short || (between(2000, four, 2049) && isMonth(group.slice(4)));
}

function isContextSize(group) {
  const size = group.length > 7 || group[0] === "0" ? 0 : Number(group);
  return between(1 << 17, size, 1 << 20) && (size & (size - 1)) === 0;
}

const isPlaceholder = (group, before) =>
  group.length >= MIN_DIGITS && COUNTED_UP.startsWith(group) && (before === "_" || before === "-");

/** Tells whether the groups that were found at an index of a label identify something. */
function identify(label, joined, index, least) {
  let digits = 0;
  let dated = false;
  let at = index;
  for (const group of joined.split(/\D/)) {
    const date = isDate(group) || isYear(group);
    if (!date && !isPlaceholder(group, label[at - 1])) {
      if (group.length >= MIN_DIGITS && !isContextSize(group)) return true;
      digits += group.length;
    }
    at += group.length;
    dated ||= date;
    if (digits >= least || (dated && /^t\d\d/i.test(label.slice(at)))) return true;
    at++;
  }
  return false;
}

/** Tells whether a label is or has a number that identifies. */
export function hasNumber(label) {
  if (label.replace(/\D/g, "").length < MIN_DIGITS) return false;
  const least = /^[\d-]*$/.test(label) ? MIN_DIGITS : MIN_GROUPED_DIGITS;
  return (
    /^-?\d{6,}$/.test(label) || [...label.matchAll(GROUPS)].some((found) => identify(label, found[0], found.index, least))
  );
}
