/**
 * Decides which strings may leave the gateway. A string leaves only if it could be a metric label: the receiver refuses every
 * other one anyway, so nothing is lost by keeping it here. The receiver's label policy is stricter; this one keeps content,
 * session keys, known secrets and identifiers inside the process that has them.
 */

/** Sent in place of a refused string: no label may contain it, so the receiver uses the label's fallback. */
export const REFUSED = "?";

const LABEL = /^[A-Za-z0-9_.:-]{1,120}$/;
const SESSION_KEY = /(^|:)agent:/i;

/** `API_KEY:…` and alike; lower-case words with a colon are ordinary labels. */
const ASSIGNMENT = /\b(?:[A-Z0-9_-]*(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL)|CVC|CVV):./;

const anyOf = (...kinds) => new RegExp(kinds.map((kind) => `(?:${kind.source})`).join("|"), "i");

/** A word boundary in front spares `risk-assessment` and alike. */
const SECRET = anyOf(
  /\b(?:sk-[\w-]{8}|pplx-\w{32}|xai-\w{20}|glpat-[\w-]{20})/,
  /\b(?:sk|rk|pk)_(?:live|test)_\w{10}/,
  /\b(?:ghp_[a-z0-9]{20}|github_pat_\w{20}|gsk_[\w-]{10}|(?:npm|hf|r8)_[a-z0-9]{10})/,
  /\b(?:xox[baprs]|xapp)-[\w-]{10}/,
  /\b(?:AIza[\w-]{20}|ya29\.[\w-]{10}|A[KS]IA[A-Z0-9]{16}|(?:AKID|LTAI)[a-z0-9]{10})/,
  /\beyJ[\w-]{7,}\.[\w-]{10}/, // JSON web tokens
  /\b(?:bot)?\d{6,}:[\w-]{20}/, // bot tokens
);

const IDENTIFIER = anyOf(
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, // UUIDs
  /(?=[a-f]*\d)[0-9a-f]{32,}/, // digests
  /\b(?:chatcmpl-|(?:resp|req|msg|call|toolu|run)_)[A-Za-z0-9]{12,}/, // provider request ids
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/, // IPv4 addresses
  /^[+-]?\d{6,}$/, // numbers of people, chats and messages
);

/** A lane is looked at this far: no real one is longer, and time stays bounded. */
const MAX_LANE = 1024;

const hasSecret = (value) => ASSIGNMENT.test(value) || SECRET.test(value);

/** Returns the trimmed value if it may leave, else {@link REFUSED}. */
export function label(value) {
  const trimmed = value.trim();
  const mayLeave =
    LABEL.test(trimmed) && !SESSION_KEY.test(trimmed) && !hasSecret(trimmed) && !IDENTIFIER.test(trimmed);
  return mayLeave ? trimmed : REFUSED;
}

/**
 * Returns the part of a lane's name before the first colon. What follows is a session key in real gateways and stays here; a
 * name that begins with `agent:` or has a secret anywhere does not leave at all.
 */
export function lane(value) {
  const trimmed = value.trim().slice(0, MAX_LANE);
  if (/^agent:/i.test(trimmed) || hasSecret(trimmed)) return REFUSED;
  return label(trimmed.split(":", 1)[0]);
}
