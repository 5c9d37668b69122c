/**
 * Secrets by their shapes and by the names before them. A secret begins at an ASCII word boundary (`risk-assessment` holds no
 * `sk-` key); where it ends is of no matter.
 */

/** How keys and tokens begin, in any case, the characters that follow, and how many of them there are at least. */
const SHAPES = [
  ["[\\w-]{8}", "sk-"],
  ["[a-z0-9]{20}", "ghp_ gho_ ghu_ ghs_ ghr_ whsec_ shpat_ shpss_ dop_v1_ doo_v1_ lin_api_ ntn_ NRAK- AGE-SECRET-KEY-"],
  ["\\w{20}", "github_pat_"],
  ["[\\w-]{20}", "glpat- AIza xai- dckr_pat_ pypi- tvly- figd_ HRKU- hvs."],
  ["[a-z0-9-]{10}", "xoxb- xoxa- xoxp- xoxr- xoxs- xoxc- xoxd- xoxe- xapp-"],
  ["[\\w-]{10}", "gsk_ ya29. pplx-"],
  ["[a-z0-9]{10}", "npm_ AKID LTAI hf_ r8_ sk_live_ sk_test_ rk_live_ rk_test_ pk_live_ pk_test_"],
];

const literal = (text) => text.replaceAll(".", "\\.");
const shape = ([body, prefixes]) => `(?:${prefixes.split(" ").map(literal).join("|")})${body}`;

const KEYS = new RegExp(`(?<!\\w)(?:${SHAPES.map(shape).join("|")})`, "i");
const AWS_KEY = /(?<!\w)(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}/;
const BOT_TOKEN = /(?<!\w)(?:bot)?\d{6,}:[\w-]{20}/i;
const WEB_TOKEN = /(?<!\w)eyJ[\w-]{7,}\.[\w-]{10,}\.[\w-]{10,}/i;

/** `API_KEY:…`: a name of no lower-case letter is enough. */
const ASSIGNMENT =
  /(?<!\w)[A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD|CVC|CVV|CARD[_-]?NUMBER|SECURITY[_-]?CODE|PASSPHRASE|CREDENTIAL)S?:[^]/;

/** A name in any case needs a value of six characters with a digit, so that `token:expired` is spared. */
const NAMED_VALUE =
  /(?<![a-z])(?:keys?|tokens?|secrets?|password|passwd|pwd|pass|passphrase|pin|credentials?|auth|bearer|basic|cookie|apikey|pw|psk|otp|passwort|kennwort|contrasena|senha|wachtwoord|haslo|mdp):(?=[\w-]*\d)[\w-]{6}/i;

/** Tells whether a text of any characters has a secret anywhere. */
export const hasSecret = (text) => [KEYS, AWS_KEY, BOT_TOKEN, WEB_TOKEN, ASSIGNMENT].some((kind) => kind.test(text));

/** Tells whether a label has a value behind the name of a secret. */
export const hasNamedValue = (label) => NAMED_VALUE.test(label);
