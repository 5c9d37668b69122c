/**
 * Addresses: IPv4, also with dashes as in cloud host names, IPv6, MAC, and ports behind a colon. Spared are versions (`v1.2.3.4`,
 * `v1:0`), sizes and variants of models (`llama2:13b`), status codes (`http:429`) and dates behind a colon (`small:2503`).
 */

const OCTET = "(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
const START = "(?<![a-z0-9])";
const END = "(?![a-z0-9])";
const anyCase = (source) => new RegExp(source, "i");

const ADDRESSES = [
  anyCase(`${START}(?<!\\d\\.)${OCTET}(?:\\.${OCTET}){3}${END}(?!\\.\\d)`),
  anyCase(`${START}(?<!\\d-)(?:(?<=ip-)|(?=\\d\\d))${OCTET}(?:-${OCTET}){3}${END}(?!-\\d)`),
  anyCase(`${START}[0-9a-f]{4}(?:\\.[0-9a-f]{4}){2}${END}`), // MAC, as Cisco writes it
  anyCase(`${START}[0-9a-f]{2}(?:-[0-9a-f]{2}){5}${END}`), // MAC
  anyCase(`${START}[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){3}${END}`), // IPv6
];
const ABBREVIATED = new RegExp(`${START}([0-9a-f]{0,4})::(?=([0-9a-f]{0,4})${END})`, "gi");
const PORT = /:([1-9]\d{0,4})(?=:|$)/g;

function isShortDate(number) {
  const [first, second] = [Math.floor(number / 100), number % 100];
  const month = first >= 10 && first <= 12 && second >= 1 && second <= 31;
  const year = first >= 20 && first <= 39 && second >= 1 && second <= 12;
  return month || year;
}

const isPort = (number) => number === 80 || number === 443 || (number >= 1024 && !isShortDate(number));

/** Two colons between words of at most four hexadecimal digits, one of which has a digit. */
const isAbbreviated = ([, left, right]) => /\d/.test(left + right);

/** Tells whether a label is or has an address of a network. */
export const hasAddress = (label) =>
  ADDRESSES.some((kind) => kind.test(label)) ||
  [...label.matchAll(ABBREVIATED)].some(isAbbreviated) ||
  [...label.matchAll(PORT)].some(([, digits]) => isPort(Number(digits)));
