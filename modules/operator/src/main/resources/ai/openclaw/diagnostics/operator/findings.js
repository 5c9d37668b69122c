// What an operator should know first, worst first. Each finding: {level: bad|warn|good, title, text, runbook?}.

import { counted, duration, number, times } from "./units.js";

const NOT_READ_FOR_MS = 5 * 60_000;
const NEARLY_FULL = 0.8;

export function findings(status) {
  const found = [...notReady(status), ...fullStore(status), ...unread(status), ...losses(status), ...refusals(status)];
  const order = ["bad", "warn"];
  found.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return found.length > 0 ? found : [{ level: "good", title: "Nothing to do", text: "Ready, read, and below the series cap." }];
}

export function stateOf({ gateway }, found) {
  if (!gateway.ready) return { level: "bad", text: `Not ready: ${gateway.failing.join(", ")}` };
  const worst = found[0].level;
  const texts = { good: "Healthy", warn: "Running, with warnings", bad: "Running, and losing data" };
  return { level: worst, text: texts[worst] };
}

function* notReady({ gateway, eventLoop, plugins }) {
  if (!gateway.ready) yield { level: "bad", title: "The Gateway is not ready", text: `Failing: ${gateway.failing.join(", ")}.` };
  if (!gateway.diagnosticsEnabled) {
    yield { level: "bad", title: "Diagnostics are off", text: "No event reaches the exporter: set diagnostics.enabled to true and restart." };
  }
  if (eventLoop?.degraded) yield { level: "warn", title: "The event loop is late", text: `Reasons: ${eventLoop.reasons.join(", ")}.` };
  for (const plugin of plugins ?? []) {
    if (plugin.state === "failed") yield { level: "bad", title: `Plugin ${plugin.id} failed`, text: plugin.reason };
  }
}

function* fullStore({ series }) {
  if (!series) return;
  for (const { label, values, series: carrying } of series.suspects ?? []) {
    yield {
      level: series.dropped > 0 ? "bad" : "warn",
      title: `Label ${label} leaks`,
      text: `${number(values)} different values in ${number(carrying)} of ${number(series.used)} series. Find the source of these values and fix it; a higher cap would only fill up later.`,
      runbook: "OpenClawSeriesDropped",
    };
  }
  if (series.dropped > 0) {
    yield { level: "bad", title: "Updates are dropped", text: `${counted(series.dropped, "update", "updates")} of series beyond the cap of ${number(series.cap)}.`, runbook: "OpenClawSeriesDropped" };
  } else if (series.used > NEARLY_FULL * series.cap) {
    yield { level: "warn", title: "The store is nearly full", text: `${number(series.used)} of ${number(series.cap)} series are used.`, runbook: "OpenClawSeriesDropped" };
  }
}

function* unread({ exporters, gateway }) {
  for (const { id, kind, last, failures, refused } of exporters ?? []) {
    const age = last ? Date.now() - Date.parse(last.at) : gateway.uptimeMs;
    if (age > NOT_READ_FOR_MS) {
      const what = kind === "pull" ? "No scrape of" : "No export by";
      yield { level: "warn", title: `${what} ${id} for ${duration(age)}`, text: kind === "pull" ? "Check the scrape configuration below." : "Check the collector." };
    }
    if (refused > 0) yield { level: "warn", title: `${id} refused ${counted(refused, "request", "requests")}`, text: "Too many scrapers at once, or no answer in time." };
    if (failures > 0 && kind === "push") yield { level: "warn", title: `${id} failed ${times(failures)}`, text: "The log says why, at most once a minute." };
  }
}

function* losses({ ingest, log }) {
  for (const { id, lostBatches, droppedBySender } of ingest?.streams ?? []) {
    if (lostBatches > 0) yield { level: "bad", title: `Stream ${id} lost ${counted(lostBatches, "batch", "batches")}`, text: "Its metrics lack these events." };
    if (droppedBySender > 0) yield { level: "bad", title: `Stream ${id} dropped ${counted(droppedBySender, "event", "events")}`, text: "They waited for this Gateway for too long." };
  }
  if (log?.notWritten > 0) yield { level: "warn", title: `Not written: ${counted(log.notWritten, "log entry", "log entries")}`, text: "The disk is full or too slow." };
}

function* refusals({ refused, rejected }) {
  const total = (rows) => (rows ?? []).reduce((sum, { count }) => sum + count, 0);
  if (total(refused) > 0) {
    const [{ label, rule }] = refused;
    yield { level: "warn", title: `${counted(total(refused), "label value was", "label values were")} replaced`, text: `Most often ${label} by the rule ${rule}.` };
  }
  if (total(rejected) > 0) {
    const [{ type, field }] = rejected;
    yield { level: "warn", title: `${counted(total(rejected), "field was", "fields were")} not recorded`, text: `Most often ${field} of ${type}: wrong type or out of range.` };
  }
}
