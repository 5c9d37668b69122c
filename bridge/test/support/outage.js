// A receiver that is killed for some seconds while a gateway publishes at a pace: node --expose-gc outage.js SECONDS_AWAY EVENTS_PER_SECOND
// [OPENCLAW]. With the launcher of the application the receiver is a real Gateway, else a stub. Prints what became of the events and
// what the bridge's memory was; exits with 1 if the sums are not exact.
import { createService } from "../../lib/service.js";
import { realReceiver } from "./real-receiver.js";
import { stubReceiver } from "./stub-process.js";

const TICK_MS = 10;
const SECONDS_AROUND = 2;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

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
export async function outage({ secondsAway, eventsPerSecond, maxBufferedEvents = 20_000, openclaw }) {
  const receiver = await (openclaw ? realReceiver(openclaw) : stubReceiver());
  await receiver.start();
  let listener;
  const service = createService({
    subscribe: (given) => {
      listener = given;
      return () => {};
    },
    config: { ...receiver.config, maxBufferedEvents },
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
  let published = await publish(listener, eventsPerSecond, SECONDS_AROUND, 0, measure);
  await receiver.kill();
  published = await publish(listener, eventsPerSecond, secondsAway, published, measure);
  const started = receiver.start();
  published = await publish(listener, eventsPerSecond, SECONDS_AROUND, published, measure);
  await started;
  while (service.stats().buffered > 0) await sleep(TICK_MS);
  const { offered, sent, dropped, failures } = service.stats();
  await service.stop({});
  await receiver.kill();
  const { batches, recorded } = receiver.results();
  const acknowledged = batches.reduce((total, { events }) => total + events, 0);
  const once = batches.every(({ batch, first }, i) => batch === i + 1 && (i === 0 || first > batches[i - 1].last));
  const sinceStart = batches.filter(({ life }) => life === 2).reduce((total, { events }) => total + events, 0);
  const real = recorded && { recordedBeforeKill: recorded[0], acknowledgedSinceStart: sinceStart, recordedSinceStart: recorded[1] };
  return { published, offered, sent, dropped, acknowledged, once, failures, heapBefore, heapMax, ...real };
}

export const isExact = ({ published, offered, sent, dropped, acknowledged, once, acknowledgedSinceStart, recordedSinceStart }) =>
  once && published === offered && offered === sent + dropped && sent === acknowledged && acknowledgedSinceStart === recordedSinceStart;

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [secondsAway, eventsPerSecond] = process.argv.slice(2).map(Number);
  const result = await outage({ secondsAway, eventsPerSecond, openclaw: process.argv[4] });
  console.log(JSON.stringify({ ...result, heapBefore: result.heapBefore.toFixed(1), heapMax: result.heapMax.toFixed(1) }));
  process.exit(isExact(result) ? 0 : 1);
}
