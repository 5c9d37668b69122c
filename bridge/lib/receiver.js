import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

/** What a request for a batch came to; `retryAfterMs` is the receiver's wish, if it has one. */
const outcome = (kind, reason, retryAfterMs = 0) => ({ kind, reason, retryAfterMs });

/** The receiver will not take this batch, however often it is sent. */
const REFUSED_STATUS = new Set([400, 413, 415]);
const MAX_RETRY_AFTER_MS = 30_000;

/**
 * The HTTP side: sends one batch at a time over a connection that is kept. Never rejects.
 *
 * `send(batch)` resolves to `{kind, reason, retryAfterMs}`, where kind is `taken`, `refused` (drop the batch) or `failed` (send
 * it again, with the same number).
 */
export function createReceiver({ endpoint, tokenFile, caFile, timeoutMs }) {
  const url = checkedUrl(endpoint);
  const client = url.protocol === "https:" ? https : http;
  const agent = new client.Agent({ keepAlive: true, maxSockets: 1, ca: caFile && readFileSync(caFile) });
  let token = readToken(tokenFile);
  let current;

  function send(batch) {
    return new Promise((resolve) => {
      const options = { agent, method: "POST", timeout: timeoutMs, headers: headers(batch, token) };
      current = client.request(url, options, (response) => {
        response.resume();
        response.on("end", () => resolve(answered(response)));
        response.on("error", (error) => resolve(outcome("failed", reason(error))));
      });
      current.on("timeout", () => current.destroy(new Error(`no answer within ${timeoutMs} ms`)));
      current.on("error", (error) => resolve(outcome("failed", reason(error))));
      current.end(batch.body);
    });
  }

  function answered(response) {
    if (response.statusCode === 401) token = readToken(tokenFile, token);
    return outcomeOf(response);
  }

  return {
    send,
    close() {
      current?.destroy(new Error("stopped"));
      agent.destroy();
    },
  };
}

function outcomeOf({ statusCode, headers }) {
  if (statusCode >= 200 && statusCode < 300) return outcome("taken");
  const kind = REFUSED_STATUS.has(statusCode) ? "refused" : "failed";
  const retryAfterMs = Math.min(MAX_RETRY_AFTER_MS, 1000 * (Number.parseInt(headers["retry-after"], 10) || 0));
  return outcome(kind, `status ${statusCode}`, retryAfterMs);
}

const reason = (error) => error.code ?? error.message;

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

function readToken(file, fallback) {
  if (!file) return undefined;
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (fallback !== undefined) return fallback;
    throw new Error(`tokenFile cannot be read (${error.code}): check that the gateway's user may read it`);
  }
}
