import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { Forwarder } from "../lib/forwarder.js";
import { isExact, outage } from "./support/outage.js";

const line = (n) => JSON.stringify({ event: { type: "diagnostic.gc", durationMs: n }, metadata: { trusted: true } });
const text = ({ body, gzip }) => (gzip ? gunzipSync(body) : body).toString();
const numbers = (batch) => text(batch).trim().split("\n").map((json) => JSON.parse(json).event.durationMs);

/** Answers from a list, then `taken` for ever; keeps what it was sent. */
function scripted(...answers) {
  const batches = [];
  return {
    batches,
    async send(batch) {
      batches.push(batch);
      await new Promise(setImmediate);
      return answers.shift() ?? { kind: "taken", retryAfterMs: 0 };
    },
    close() {},
  };
}

const failed = { kind: "failed", reason: "ECONNREFUSED", retryAfterMs: 0 };
const invariant = ({ offered, sent, dropped, buffered }) => assert.equal(offered, sent + dropped + buffered);

test("sends everything once and in order", async () => {
  const receiver = scripted();
  const forwarder = new Forwarder({ receiver, maxBatchEvents: 10, flushMs: 10 });
  for (let n = 0; n < 1_000; n++) forwarder.offer(line(n));
  await forwarder.stop();
  assert.deepEqual(receiver.batches.flatMap(numbers), [...Array(1_000).keys()]);
  assert.deepEqual(receiver.batches.map((batch) => batch.number), [...Array(100).keys()].map((n) => n + 1));
  assert.equal(forwarder.stats.sent, 1_000);
  invariant(forwarder.stats);
});

test("repeats a failed batch with its number and the same bytes", async () => {
  const receiver = scripted(failed, failed);
  const forwarder = new Forwarder({ receiver, flushMs: 10 });
  forwarder.offer(line(1));
  await forwarder.stop();
  assert.deepEqual(receiver.batches.map(({ number, body }) => [number, body.toString()]), Array(3).fill([1, `${line(1)}\n`]));
  assert.equal(forwarder.stats.failures, 2);
});

test("drops what the receiver refuses for good, and goes on", async () => {
  const receiver = scripted({ kind: "refused", reason: "status 400", retryAfterMs: 0 });
  const forwarder = new Forwarder({ receiver, maxBatchEvents: 2, flushMs: 10 });
  for (let n = 0; n < 4; n++) forwarder.offer(line(n));
  await forwarder.stop();
  assert.deepEqual([forwarder.stats.sent, forwarder.stats.dropped], [2, 2]);
});

test("keeps a bounded number of events and counts the others", async () => {
  const receiver = scripted(...Array(10_000).fill(failed));
  const logged = [];
  const forwarder = new Forwarder({ receiver, maxBufferedEvents: 500, flushMs: 10, log: (level, message) => logged.push(message) });
  for (let n = 0; n < 100_000; n++) forwarder.offer(line(n));
  assert.equal(forwarder.stats.buffered, 500);
  assert.equal(forwarder.stats.dropped, 99_500);
  await forwarder.stop(50);
  assert.deepEqual([forwarder.stats.sent, forwarder.stats.dropped, forwarder.stats.buffered], [0, 100_000, 0]);
  assert.ok(logged.length <= 3, logged.join("\n"));
});

test("what is dropped at the stop is forgotten, however large", async () => {
  const forwarder = new Forwarder({ receiver: scripted(...Array(1_000).fill(failed)), flushMs: 1, maxBatchEvents: 1 });
  const large = JSON.stringify("x".repeat(1 << 20));
  for (let n = 0; n < 20; n++) forwarder.offer(large);
  await forwarder.stop(50);
  assert.deepEqual([forwarder.stats.dropped, forwarder.stats.buffered], [20, 0]);
  invariant(forwarder.stats);
});

test("a bug ends the bridge and not the gateway", async () => {
  const logged = [];
  const receiver = { send: () => Promise.reject(new TypeError("bug")), close() {} };
  const forwarder = new Forwarder({ receiver, flushMs: 1, log: (level, message) => logged.push(`${level} ${message}`) });
  forwarder.offer(line(1));
  forwarder.offer(line(2));
  while (forwarder.stats.buffered > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  forwarder.offer(line(3));
  await forwarder.stop();
  assert.deepEqual([forwarder.stats.sent, forwarder.stats.dropped], [0, 3]);
  assert.match(logged.join("\n"), /^error stopped by an unexpected error.*TypeError: bug/m);
});

test("backs off while the buffer fills", async () => {
  const receiver = scripted(...Array(10_000).fill(failed));
  const forwarder = new Forwarder({ receiver, maxBatchEvents: 1, flushMs: 1 });
  for (let n = 0; n < 100; n++) {
    forwarder.offer(line(n));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.ok(receiver.batches.length <= 5, `${receiver.batches.length} requests`);
  await forwarder.stop(10);
});

test("stops while the receiver never answers", async () => {
  const receiver = { send: () => new Promise((resolve) => (receiver.answer = resolve)), close: () => receiver.answer?.(failed) };
  const forwarder = new Forwarder({ receiver, flushMs: 1 });
  forwarder.offer(line(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await forwarder.stop(100);
  assert.deepEqual([forwarder.stats.sent, forwarder.stats.dropped], [0, 1]);
});

test("a receiver that is killed and comes back gets everything once", { timeout: 60_000 }, async () => {
  const result = await outage({ secondsAway: 1, eventsPerSecond: 2_000, maxBufferedEvents: 200_000 });
  assert.ok(isExact(result), JSON.stringify(result));
  assert.equal(result.dropped, 0);
  assert.ok(result.failures > 0);
});

test("a receiver that is away for longer than the buffer lasts: what is dropped is counted", { timeout: 60_000 }, async () => {
  const result = await outage({ secondsAway: 2, eventsPerSecond: 2_000, maxBufferedEvents: 1_000 });
  assert.ok(isExact(result), JSON.stringify(result));
  assert.ok(result.dropped > 0, JSON.stringify(result));
});
