// What became of the events of an end-to-end run: node e2e-report.js FOLDER OPENCLAW. Reads what bridge/e2e.sh left in the folder and
// exits with 1 if something was lost, doubled, changed or leaked.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EVENT_TYPES } from "../../lib/projection.js";

const [folder, openclaw] = process.argv.slice(2);
const text = (name) => readFileSync(join(folder, name), "utf8");
const json = (name) => JSON.parse(text(name));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const wrong = [];
const check = (right, message) => right || wrong.push(message);

const published = text("published.ndjson").trim().split("\n");
const eligible = published.filter((line) => {
  const { event, metadata } = JSON.parse(line);
  return (metadata.trusted || metadata.internal) && EVENT_TYPES.includes(event.type);
});
const bridge = [...text("gateway.log").matchAll(/of (\d+) events (\d+) were sent and (\d+) dropped/g)].map((found) => {
  const [offered, sent, dropped] = found.slice(1).map(Number);
  return { offered, sent, dropped };
});
const [before, end] = [json("before-kill.json").ingest, json("end.json").ingest];

console.log(`Published by the gateway: ${published.length} events heard by the witness, ${eligible.length} of them for the bridge`);
bridge.forEach(({ offered, sent, dropped }, i) =>
  console.log(`Bridge, life ${i + 1} of the gateway: ${offered} offered, ${sent} sent, ${dropped} dropped`));
const warnings = text("gateway.log").match(/diagnostics-bridge: the receiver does not take.*?;/g) ?? [];
warnings.forEach((line) => console.log(`  ${line}`));
for (const [when, { events, rejected, ignored, streams }] of [["before its SIGKILL", before], ["at the end", end]]) {
  console.log(`Receiver ${when}: ${events} events recorded, ${ignored} ignored, ${rejected} lines rejected`);
  for (const { id, batches, events: recorded, repeated, lostBatches, droppedBySender } of streams) {
    console.log(`  stream ${id.slice(0, 8)}: ${batches} batches, ${recorded} events, ${repeated} repeated, ${lostBatches} batches lost, ` +
      `${droppedBySender} dropped by the sender`);
  }
}

const total = (name) => sum(bridge.map((life) => life[name]));
const betweenStatusAndKill = total("sent") - before.events - end.events;
console.log(`Sent in all: ${total("sent")} = ${before.events} + ${end.events} + ${betweenStatusAndKill} (between the last look and the SIGKILL)`);
check(total("offered") === eligible.length, "the bridge and the witness did not hear the same events");
check(total("offered") === total("sent") + total("dropped"), "offered is not sent + dropped");
check(betweenStatusAndKill >= 0 && betweenStatusAndKill < 500, "what was sent is not what was recorded");
check(end.rejected + end.ignored === 0, "the receiver did not understand everything");

/** What the receiver recorded since its last start are the last events of all, in their order: a replay shows the same. */
const last = join(folder, "last.ndjson");
writeFileSync(last, `${eligible.slice(-end.events).join("\n")}\n`);
const replayed = execFileSync(openclaw, ["diagnostics", "replay", "--compatibility", "2026.9", last], { encoding: "utf8" });
const OWN = /openclaw_(gateway_build_info|telemetry_exporter_total|prometheus_series_dropped_total)/; // the receiver's, of no event
const samples = (exposition) => exposition.split("\n").filter((line) => line && !line.startsWith("#") && !OWN.test(line)).sort();
const [expected, shown] = [samples(replayed), samples(text("end.prom"))];
const differences = expected.filter((line) => !shown.includes(line)).concat(shown.filter((line) => !expected.includes(line)));
console.log(`Exposition: ${shown.length} samples of ${text("end.prom").match(/^# TYPE/gm).length} families; ` +
  `${differences.length} differ from a replay of what the witness heard`);
differences.slice(0, 10).forEach((line) => console.log(`  ${line}`));
check(differences.length === 0, "the exposition is not that of the events");

const canaries = (name) => text(name).match(/canary/gi)?.length ?? 0;
console.log(`Canaries: ${canaries("published.ndjson")} in what was published, ${canaries("before-kill.prom") + canaries("end.prom")} in the ` +
  `expositions, ${canaries("receiver.log")} in the receiver's log`);
check(canaries("before-kill.prom") + canaries("end.prom") + canaries("receiver.log") === 0, "a canary came out");

const calls = (name) => sum([...text(name).matchAll(/^openclaw_model_call_total\{.*\} (\d+)$/gm)].map(([, value]) => Number(value)));
const increase = json("prometheus.json").data.result[0]?.value[1];
console.log(`Model calls: ${json("mock.json").calls} at the provider, ${calls("before-kill.prom")} + ${calls("end.prom")} in the two lives of ` +
  `the receiver; increase() in Prometheus: ${Math.round(increase)}`);

wrong.forEach((message) => console.log(`WRONG: ${message}`));
process.exit(wrong.length > 0 ? 1 : 0);
