import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { EventBuffer } from "./buffer.js";

const compress = promisify(gzip);

const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 1_000;
const STOP_WITHIN_MS = 2_000;
const LOG_EVERY_MS = 60_000;
const COMPRESS_FROM_BYTES = 1_024;

/**
 * Sends events in numbered batches, one at a time, each until the receiver answers that it took it. The receiver knows a
 * repeated batch by its number, so every event counts once. While the receiver does not answer, events wait in a bounded
 * buffer; when it is full, new ones are dropped and counted: offered = sent + dropped + buffered, always.
 */
export class Forwarder {
  #receiver;
  #log;
  #maxBatchEvents;
  #flushMs;
  #buffer;
  #stream = randomUUID();
  #batches = 0;
  #inFlight = 0;
  #offered = 0;
  #sent = 0;
  #dropped = 0;
  #failures = 0;
  #failing = false;
  #stopping = false;
  #abandoned = false;
  #collecting = false;
  #wake = () => {};
  #dropsLogged = { at: -LOG_EVERY_MS, count: 0 };
  #loop;

  constructor({ receiver, maxBufferedEvents = 20_000, maxBatchEvents = 500, flushMs = 200, log = () => {} }) {
    this.#receiver = receiver;
    this.#log = log;
    this.#maxBatchEvents = maxBatchEvents;
    this.#flushMs = flushMs;
    this.#buffer = new EventBuffer(maxBufferedEvents);
    this.#loop = this.#run().catch((error) => this.#fail(error));
  }

  /** Takes one line of JSON. Never throws and never waits; returns false if the event was dropped. */
  offer(line) {
    this.#offered++;
    if (this.#stopping || !this.#buffer.add(line, this.#inFlight)) {
      this.#drop(1);
      return false;
    }
    const size = this.#buffer.size;
    if (this.#collecting && (size === 1 || size >= this.#maxBatchEvents)) this.#wake();
    return true;
  }

  /** What became of the events so far. `buffered` includes the batch that is being sent. */
  get stats() {
    return {
      stream: this.#stream,
      offered: this.#offered,
      sent: this.#sent,
      dropped: this.#dropped,
      buffered: this.#buffer.size + this.#inFlight,
      batches: this.#batches,
      failures: this.#failures,
    };
  }

  /** Sends what is buffered, for so long at most; what is left then is dropped and counted. */
  async stop(withinMs = STOP_WITHIN_MS) {
    this.#stopping = true;
    this.#wake();
    const timer = setTimeout(() => this.#abandon(), withinMs);
    await this.#loop;
    clearTimeout(timer);
    this.#receiver.close();
  }

  #abandon() {
    this.#abandoned = true;
    this.#receiver.close();
    this.#wake();
  }

  async #run() {
    while (!this.#abandoned && (await this.#collect())) {
      await this.#deliver(await this.#pack(this.#buffer.take(this.#maxBatchEvents)));
    }
    this.#dropAll();
  }

  /** Waits for a batch: full, or as old as `flushMs`. Returns false once there is nothing more to send. */
  async #collect() {
    this.#collecting = true;
    while (this.#buffer.size === 0 && !this.#stopping) await this.#sleep();
    if (this.#buffer.size < this.#maxBatchEvents && !this.#stopping) await this.#sleep(this.#flushMs);
    this.#collecting = false;
    return this.#buffer.size > 0;
  }

  /** A bug of the bridge ends the bridge, not the gateway: from now on every event is dropped and counted. */
  #fail(error) {
    this.#stopping = true;
    this.#dropAll();
    this.#log("error", `stopped by an unexpected error; please report this stack trace: ${error?.stack}`);
  }

  async #pack(lines) {
    this.#inFlight = lines.length;
    const text = Buffer.from(`${lines.join("\n")}\n`);
    const zip = text.length >= COMPRESS_FROM_BYTES;
    const body = zip ? await compress(text, { level: 1 }) : text;
    return { stream: this.#stream, number: ++this.#batches, events: lines.length, body, gzip: zip };
  }

  async #deliver(batch) {
    let waitMs = FIRST_WAIT_MS;
    let answer = await this.#send(batch);
    while (answer.kind === "failed" && !this.#abandoned) {
      this.#noteFailure(answer.reason);
      await this.#sleep(Math.max(waitMs, answer.retryAfterMs));
      waitMs = Math.min(2 * waitMs, MAX_WAIT_MS);
      answer = await this.#send(batch);
    }
    this.#inFlight = 0;
    if (answer.kind === "taken") this.#sent += batch.events;
    else this.#discard(batch, answer.reason);
    this.#noteSuccess();
  }

  #send(batch) {
    return this.#abandoned
      ? { kind: "failed", reason: "stopped" }
      : this.#receiver.send({ ...batch, droppedEvents: this.#dropped });
  }

  #discard(batch, reason) {
    this.#dropped += batch.events;
    this.#log("warn", `${batch.events} events were not taken (${reason}) and are dropped`);
  }

  #noteFailure(reason) {
    this.#failures++;
    if (!this.#failing) this.#log("warn", `the receiver does not take events (${reason}); they are kept while there is room`);
    this.#failing = true;
  }

  #noteSuccess() {
    if (this.#failing && !this.#abandoned) this.#log("info", "the receiver takes events again");
    this.#failing = false;
  }

  #dropAll() {
    this.#drop(this.#buffer.clear() + this.#inFlight);
    this.#inFlight = 0;
  }

  /** Counts every dropped event, and logs at most once a minute. */
  #drop(events) {
    this.#dropped += events;
    const now = performance.now();
    if (events === 0 || now - this.#dropsLogged.at < LOG_EVERY_MS) return;
    this.#log("warn", `${this.#dropped - this.#dropsLogged.count} events dropped, ${this.#dropped} in all`);
    this.#dropsLogged = { at: now, count: this.#dropped };
  }

  /** Resolves after so long, or when woken; without a time only then. Does not keep the process alive. */
  #sleep(ms) {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
