// A receiver that is killed for some seconds while a gateway publishes at a pace: node --expose-gc outage.js SECONDS_AWAY EVENTS_PER_SECOND
// [MAX_BUFFERED_EVENTS]. Prints what became of the events and what the bridge's memory was; exits with 1 if the sums are not exact.
import { fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createService } from "../../lib/service.js";

const TICK_MS = 10;
const SECONDS_AROUND = 2;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts the stub of a receiver, which remembers what it took across its own deaths. */
function startReceiver(port, file) {
  const child = fork(new URL("stub-receiver.js", import.meta.url), [String(port), file]);
  return new Promise((resolve) => child.once("message", (listening) => resolve({ child, port: listening })));
}

/** Publishes numbered events at a pace that a slow machine does not change: what is due is published. */
async function publish(listener, eventsPerSecond, seconds, from, each) {
  let number = from;
  const begin = performance.now();
  for (const total = eventsPerSecond * seconds; number - from < total; ) {
    const due = Math.min(total, ((performance.now() - begin) / 1_000) * eventsPerSecond);
    while (number - from < due) listener({ type: "diagnostic.gc", durationMs: number++, sessionKey: "agent:main" }, { trusted: true });
    each();
    await sleep(TICK_MS);
  }
  return number;
}

function heapMiB() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

/** Returns what was offered, sent, dropped and recorded, whether each was recorded once and in order, and the memory before and at most. */
export async function outage({ secondsAway, eventsPerSecond, maxBufferedEvents = 20_000 }) {
  const folder = mkdtempSync(join(tmpdir(), "bridge-outage-"));
  const file = join(folder, "batches");
  let receiver = await startReceiver(0, file);
  let listener;
  const service = createService({
    subscribe: (given) => {
      listener = given;
      return () => {};
    },
    config: { endpoint: `http://127.0.0.1:${receiver.port}/`, maxBufferedEvents },
  });
  service.start({});
  const heapBefore = heapMiB();
  let heapMax = 0;
  let next = 0;
  const measure = () => {
    const due = performance.now();
    if (due < next) return;
    next = due + 500;
    heapMax = Math.max(heapMax, heapMiB());
  };
  let number = await publish(listener, eventsPerSecond, SECONDS_AROUND, 0, measure);
  receiver.child.kill("SIGKILL");
  number = await publish(listener, eventsPerSecond, secondsAway, number, measure);
  receiver = await startReceiver(receiver.port, file);
  number = await publish(listener, eventsPerSecond, SECONDS_AROUND, number, measure);
  while (service.stats().buffered > 0) await sleep(TICK_MS);
  const { offered, sent, dropped, failures } = service.stats();
  await service.stop({});
  receiver.child.kill("SIGKILL");
  const batches = readFileSync(file, "utf8").trim().split("\n").map((row) => row.split(" ").slice(1).map(Number));
  rmSync(folder, { recursive: true });
  const recorded = batches.reduce((total, [, events]) => total + events, 0);
  const once = batches.every(([batch, , first], i) => batch === i + 1 && (i === 0 || first > batches[i - 1][3]));
  return { published: number, offered, sent, dropped, recorded, once, failures, heapBefore, heapMax };
}

export const isExact = ({ published, offered, sent, dropped, recorded, once }) =>
  once && published === offered && offered === sent + dropped && sent === recorded;

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [secondsAway, eventsPerSecond, maxBufferedEvents] = process.argv.slice(2).map(Number);
  const result = await outage({ secondsAway, eventsPerSecond, maxBufferedEvents });
  console.log(JSON.stringify({ ...result, heapBefore: result.heapBefore.toFixed(1), heapMax: result.heapMax.toFixed(1) }));
  process.exit(isExact(result) ? 0 : 1);
}
