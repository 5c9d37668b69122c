import { wordsOf } from "./words.js";

const SESSION_KEY = /agent:|(?:^dm|:(?:dm|direct|peer|group|channel|room|thread|topic|chat|user)):[^]/i;
const REQUEST_ID = /^(?:chatcmpl-|resp_|req_|msg_|call_|toolu_|run_)[A-Za-z0-9]{12,}$/;
const UUID = /[0-9a-f]{8}([-_])[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}/i;

/** Seven or more hexadecimal digits, at least two of them 0 to 9 and one a letter; of 32 or more with one digit. */
function isHex(word) {
  const digits = word.replace(/\D/g, "").length;
  return /^[0-9a-f]{7,}$/i.test(word) && ((digits > 0 && word.length >= 32) || (digits > 1 && digits < word.length));
}

/** Tells whether a label is or has a session key, or the part of one that names a conversation. */
export const hasSessionKey = (label) => SESSION_KEY.test(label);

/** Tells whether a label is a provider's request id, or has a UUID or a word of hexadecimal digits. */
export const hasIdentifier = (label) => REQUEST_ID.test(label) || UUID.test(label) || wordsOf(label).some(isHex);
