import { hasAddress } from "./policy/addresses.js";
import { hasIdentifier, hasSessionKey } from "./policy/identifiers.js";
import { hasFile, hasHost } from "./policy/names.js";
import { hasNumber } from "./policy/numbers.js";
import { isProse } from "./policy/prose.js";
import { hasRandomText } from "./policy/random-text.js";
import { hasNamedValue, hasSecret } from "./policy/secrets.js";

/**
 * Decides which strings may leave the gateway: those that the receiver's label policy admits, by the same rules, so nothing is lost by
 * keeping the others here. A test of this project holds the two against each other.
 */

/** Sent in place of a refused string: no label may contain it, so the receiver uses the label's fallback. */
export const REFUSED = "?";

const LABEL = /^[A-Za-z0-9_.:-]{1,120}$/;
const RULES = [hasSecret, hasNamedValue, hasSessionKey, hasIdentifier, hasNumber, hasAddress, hasHost, hasFile, isProse, hasRandomText];

/** How much white space may be around a value: beyond that it is not worth looking for one. */
const MAX_READ = 1024;

/** How much of a lane is searched for secrets. */
const MAX_SEARCHED = 256;

/** Real labels are few and come again and again; the decisions about them are kept, at most so many. */
const MAX_KNOWN = 1024;
const known = new Map();

const mayLeave = (text) => LABEL.test(text) && !RULES.some((refuses) => refuses(text));

/** Returns the trimmed value if it may leave, else {@link REFUSED}. */
export function label(value) {
  if (value.length > MAX_READ) return REFUSED;
  return known.get(value) ?? remember(value, decide(value.trim()));
}

const decide = (text) => (mayLeave(text) ? text : REFUSED);

function remember(value, decision) {
  if (known.size >= MAX_KNOWN) known.clear();
  if (value.length <= 2 * 120) known.set(value, decision);
  return decision;
}

/**
 * Returns the part of a lane's name before the first colon. What follows is a session key in real gateways and stays here; a
 * name that begins with `agent:` or has a secret anywhere does not leave at all.
 */
export function lane(value) {
  const searched = trimmed(value).slice(0, MAX_SEARCHED);
  if (/^agent:/i.test(searched) || hasSecret(searched)) return REFUSED;
  const head = searched.split(":", 1)[0];
  return LABEL.test(head) ? label(head) : REFUSED;
}

/** As `trim`, but for a text of which the first characters alone are looked at. */
function trimmed(text) {
  if (text.length <= MAX_READ) return text.trim();
  const begin = text.slice(0, MAX_READ);
  return text.slice(MAX_READ - begin.trimStart().length, 2 * MAX_READ);
}
