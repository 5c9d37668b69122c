import { Forwarder } from "./forwarder.js";
import { EVENT_TYPES, project } from "./projection.js";
import { createReceiver } from "./receiver.js";

export const ID = "diagnostics-bridge";

const DEFAULTS = { endpoint: "http://127.0.0.1:18790/api/diagnostics/events", timeoutMs: 10_000 };

/**
 * The service that the gateway starts and stops: subscribes to diagnostic events and forwards what the allow-list has of them.
 * Nothing that goes wrong here reaches the gateway: a wrong setting is one error line, and no event is sent.
 */
export function createService({ subscribe, config = {} }) {
  let unsubscribe = () => {};
  let forwarder;

  function start({ logger } = {}) {
    if (forwarder) return;
    const log = logTo(logger);
    try {
      const settings = { ...DEFAULTS, ...config };
      const started = new Forwarder({ ...settings, receiver: createReceiver(settings), log });
      forwarder = started;
      unsubscribe = subscribe(forwardTo(started), { include: EVENT_TYPES });
      log("info", `sending ${EVENT_TYPES.length} types of events to ${new URL(settings.endpoint).origin}`);
    } catch (error) {
      log("error", `not started: ${error.message}`);
    }
  }

  async function stop({ logger } = {}) {
    unsubscribe();
    await forwarder?.stop();
    if (forwarder) logTo(logger)("info", `stopped; ${summary(forwarder.stats)}`);
    unsubscribe = () => {};
    forwarder = undefined;
  }

  return { id: ID, start, stop, stats: () => forwarder?.stats };
}

/** Events that are neither trusted nor internal would be ignored by the receiver. Never throws: the gateway is the caller. */
function forwardTo(forwarder) {
  return (event, metadata) => {
    try {
      const trusted = metadata?.trusted === true;
      const internal = metadata?.internal === true;
      const allowed = trusted || internal ? project(event) : undefined;
      if (allowed) forwarder.offer(JSON.stringify({ event: allowed, metadata: { trusted, internal } }));
    } catch {
      // An event that cannot be read (a throwing getter) is like one of an unknown type.
    }
  };
}

/** A logger that fails is the gateway's affair: what is said is lost, and nothing else. */
function logTo(logger) {
  return (level, message) => {
    try {
      logger?.[level]?.(`${ID}: ${message}`);
    } catch {
      // There is no other place to say it.
    }
  };
}

const summary = ({ offered, sent, dropped }) => `of ${offered} events ${sent} were sent and ${dropped} dropped`;
