import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

/** What a request for a batch came to; `retryAfterMs` is the receiver's wish, if it has one. */
const outcome = (kind, reason, retryAfterMs = 0) => ({ kind, reason, retryAfterMs });

/** The receiver will not take this batch, however often it is sent. */
const REFUSED_STATUS = new Set([400, 413, 415]);
const MAX_RETRY_AFTER_MS = 30_000;
const MAX_ANSWER_CHARACTERS = 4_096;

/** What an HTTP header can carry; a token of other characters is none. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * The HTTP side: sends one batch at a time over a connection that is kept. Never throws or rejects.
 *
 * `send(batch)` resolves to `{kind, reason, retryAfterMs}`, where kind is `taken`, `refused` (drop the batch) or `failed` (send
 * it again, with the same number).
 */
export function createReceiver({ endpoint, tokenFile, caFile, timeoutMs }) {
  const url = checkedUrl(endpoint);
  const client = url.protocol === "https:" ? https : http;
  const agent = new client.Agent({ keepAlive: true, maxSockets: 1, ca: caFile && readFileSync(caFile) });
  let token = tokenFile && readToken(tokenFile);
  let current;

  async function send(batch) {
    try {
      const answer = await exchange(batch);
      if (answer.statusCode === 401) token = newToken();
      return outcomeOf(answer);
    } catch (error) {
      return outcome("failed", error.code ?? error.message);
    }
  }

  /** Resolves to the whole answer, or rejects; in any case within the time that a request may take. */
  function exchange(batch) {
    return new Promise((resolve, reject) => {
      const request = client.request(url, { agent, method: "POST", headers: headers(batch, token) }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part) => (text = (text + part).slice(0, MAX_ANSWER_CHARACTERS)));
        response.on("end", () => resolve({ statusCode: response.statusCode, headers: response.headers, text }));
        response.on("error", reject);
      });
      const deadline = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs).unref();
      request.on("error", reject);
      request.on("close", () => {
        clearTimeout(deadline);
        reject(new Error("connection closed"));
      });
      current = request;
      request.end(batch.body);
    });
  }

  /** The token may have been changed; while its file cannot be read, the old one is tried again. */
  function newToken() {
    try {
      return tokenFile && readToken(tokenFile);
    } catch {
      return token;
    }
  }

  return {
    send,
    close() {
      current?.destroy(new Error("stopped"));
      agent.destroy();
    },
  };
}

function outcomeOf({ statusCode, headers, text }) {
  if (statusCode === 200) return isAcknowledgement(text) ? outcome("taken") : outcome("failed", "not a receiver's answer");
  const kind = REFUSED_STATUS.has(statusCode) ? "refused" : "failed";
  const retryAfterMs = Math.min(MAX_RETRY_AFTER_MS, 1000 * (Number.parseInt(headers["retry-after"], 10) || 0));
  return outcome(kind, `status ${statusCode}`, retryAfterMs);
}

/** A page of some other server is not taken for the receiver's word that it recorded the batch. */
function isAcknowledgement(text) {
  try {
    return Number.isInteger(JSON.parse(text).nextBatch);
  } catch {
    return false;
  }
}

function headers({ stream, number, body, gzip, droppedEvents }, token) {
  return {
    "Content-Type": "application/x-ndjson",
    "Content-Length": body.length,
    "X-Stream-Id": stream,
    "X-Batch": number,
    "X-Dropped-Events": droppedEvents,
    ...(gzip && { "Content-Encoding": "gzip" }),
    ...(token && { Authorization: `Bearer ${token}` }),
  };
}

/** A token travels in clear text only inside this host. */
function checkedUrl(endpoint) {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === "https:") return url;
  const loopback = ["localhost", "127.0.0.1", "[::1]"];
  if (url?.protocol === "http:" && loopback.includes(url.hostname)) return url;
  throw new Error("endpoint must be an https URL, or an http URL of 127.0.0.1, [::1] or localhost");
}

function readToken(file) {
  const token = contentOf(file).trim();
  if (TOKEN.test(token)) return token;
  throw new Error("tokenFile does not hold a token: write the receiver's operator token into it, one line of printable ASCII");
}

function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`tokenFile cannot be read (${error.code}): check that the gateway's user may read it`);
  }
}
