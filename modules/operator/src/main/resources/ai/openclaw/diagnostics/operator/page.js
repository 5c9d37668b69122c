// The operator's page: asks the Gateway for its status every few seconds and shows it. The token is kept in this tab's session
// storage and sent as a header to this Gateway only. All text is set as text, never as markup.

import { findings, stateOf } from "./findings.js";
import { bytes, duration, number, since } from "./units.js";

const STATUS = new URL("../api/diagnostics/status", import.meta.url);
const REFRESH_MS = 5_000;
const TIMEOUT_MS = 10_000;
const TOKEN = "openclaw-operator-token";

const $ = (id) => document.getElementById(id);
let timer;
let paused = false;
let last;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined && child !== null).map((child) => child?.nodeType ? child : String(child)));
  return made;
}

/** Signing in */

$("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, $("token").value.trim());
  $("token").value = "";
  refresh();
});

$("sign-out").addEventListener("click", () => signOut(""));

$("pause").addEventListener("click", () => {
  paused = !paused;
  $("pause").setAttribute("aria-pressed", paused);
  $("pause").textContent = paused ? "Resume" : "Pause";
  if (paused) clearTimeout(timer);
  else refresh();
});

$("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText($("scrape-config").textContent);
    $("copied").textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren($("scrape-config"));
    $("copied").textContent = "Selected: press Ctrl+C.";
  }
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && sessionStorage.getItem(TOKEN) && !paused) refresh();
});

function signOut(reason) {
  clearTimeout(timer);
  last = undefined;
  sessionStorage.removeItem(TOKEN);
  $("sign-in").hidden = false;
  $("report").hidden = true;
  $("controls").hidden = true;
  $("sign-in-error").textContent = reason;
  showState({ level: "", text: "Not signed in" });
  $("updated").textContent = "";
  $("token").focus();
}

/** Asking */

async function refresh() {
  clearTimeout(timer);
  try {
    const response = await fetch(STATUS, {
      headers: { Authorization: `Bearer ${sessionStorage.getItem(TOKEN)}` },
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answered(response);
  } catch (error) {
    unreachable(error);
  }
  if (sessionStorage.getItem(TOKEN) && !paused && !document.hidden) timer = setTimeout(refresh, REFRESH_MS);
}

async function answered(response) {
  if (response.status === 401) return signOut("This token is wrong.");
  if (response.status === 403) return signOut("This token may not read the status: it lacks the scope operator.read.");
  if (response.status === 429) return signOut(lockedOut(response.headers.get("Retry-After")));
  if (!response.ok) throw new Error(`status ${response.status}`);
  last = await response.json();
  show(last);
}

const lockedOut = (seconds) => `Too many wrong tokens from this address. Try again in ${seconds ?? "some"} seconds.`;

function unreachable(error) {
  showState({ level: "bad", text: "Gateway does not answer" });
  $("updated").textContent = `${error.name === "TimeoutError" ? "No answer in time" : "No connection"}. ${last ? `Figures are of ${since(last.generatedAt)}.` : ""} Trying again.`;
}

/** Showing */

function showState({ level, text }) {
  if ($("state").textContent !== text) $("state").textContent = text;
  $("state").dataset.level = level;
}

function show(status) {
  $("sign-in").hidden = true;
  $("report").hidden = false;
  $("controls").hidden = false;
  $("sign-in-error").textContent = "";
  const found = findings(status);
  showState(stateOf(status, found));
  $("updated").textContent = `Updated ${new Date(status.generatedAt).toLocaleTimeString()}`;
  $("findings").replaceChildren(...found.map(finding));
  $("glance").replaceChildren(...glance(status));
  showSeries(status.series);
  showExporters(status);
  showCounts(status);
  showProcess(status);
}

const finding = ({ level, title, text, runbook }) =>
  element(
    "li",
    { "data-level": level },
    element("strong", {}, title),
    text,
    runbook && " ",
    runbook && element("a", { href: `diagnostics/runbooks/${runbook}` }, "Runbook"),
  );

function glance({ gateway, series, events, exporters = [], eventLoop, jvm }) {
  const scraped = exporters.map((exporter) => exporter.last?.at).filter(Boolean).sort().at(-1);
  const sum = (rows, key) => (rows ?? []).reduce((total, row) => total + row[key], 0);
  return [
    card("Ready", gateway.ready ? "Yes" : "No", gateway.failing.join(", ") || `up ${duration(gateway.uptimeMs)}`),
    card("Series", `${number(series?.used)} of ${number(series?.cap)}`, undefined, series && meter(series)),
    card("Dropped updates", number(series?.dropped), "series beyond the cap"),
    card("Last read", scraped ? since(scraped) : "never", "by any scraper or export"),
    card("Events recorded", number(sum(events, "recorded")), `${number(sum(events, "seen"))} seen`),
    card("Event-loop delay", `${number(eventLoop?.delayP99Ms)} ms`, `p99; longest ${number(eventLoop?.delayMaxMs)} ms`),
    card("Heap", bytes(jvm.heapUsedBytes), `of ${bytes(jvm.heapMaxBytes)}`),
    card("Version", gateway.version ?? "–", `profile ${gateway.compatibility}`),
  ];
}

const card = (title, value, note, extra) =>
  element("div", {}, element("dt", {}, title), element("dd", {}, value, note && element("small", {}, note), extra));

const meter = ({ used, cap }) =>
  element("meter", { min: 0, max: cap, high: 0.8 * cap, value: used, "aria-label": "series used of the cap" });

function showSeries(series) {
  const used = series?.used ?? 0;
  table("labels", "Labels by number of different values", ["Label", "Values", "Most series"], (series?.labels ?? []).slice(0, 12).map(
    ({ label, values, top }) => [label, share(values, used), top.slice(0, 5).map((row) => `${row.value} (${row.series})`).join(", ")],
  ));
  table("families", "Metrics by number of series", ["Metric", "Series", "Dropped"], (series?.families ?? []).slice(0, 20).map(
    ({ name, series: count, dropped }) => [name, share(count, used), dropped],
  ));
}

/** A number with a bar behind it. */
const share = (value, total) => ({ value, share: total > 0 ? value / total : 0 });

function showExporters({ exporters, gateway }) {
  table("exporters", "Exporters", ["Exporter", "Last", "By", "Format", "Size", "Took", "Requests", "Refused", "Failed"], (exporters ?? []).map(
    ({ id, last: read, requests, refused, failures }) => [
      id, read?.at ? since(read.at) : "never", read?.client ?? "", [read?.format, read?.encoding].filter(Boolean).join(", "),
      read ? bytes(read.bytes) : "", read ? `${number(read.durationMs)} ms` : "", requests, refused, failures,
    ],
  ));
  $("scrape-config").textContent = scrapeConfig(gateway);
}

const scrapeConfig = ({ port }) => `scrape_configs:
  - job_name: openclaw
    metrics_path: ${new URL("prometheus", STATUS).pathname}
    scrape_interval: 30s
    scheme: ${location.protocol.replace(":", "")}
    authorization:
      credentials_file: /etc/prometheus/openclaw.token
    static_configs:
      - targets: ["${location.hostname}:${location.port || port}"]
`;

function showCounts({ refused, rejected, events, ingest }) {
  table("refused", "Label values that the policy replaced", ["Label", "Rule", "Times"], (refused ?? []).map((row) => [row.label, row.rule, row.count]));
  table("rejected", "Fields that were not recorded", ["Event", "Field", "Times"], (rejected ?? []).map((row) => [row.type, row.field, row.count]));
  table("events", "Events by type", ["Type", "Seen", "Recorded", "Ignored", "Untrusted"], (events ?? []).map(
    (row) => [row.type, row.seen, row.recorded, row.ignored, row.untrusted],
  ));
  table("streams", "Streams of other processes", ["Stream", "Batches", "Events", "Repeated", "Lost batches", "Dropped by sender", "Last"], (ingest?.streams ?? []).map(
    (row) => [row.id, row.batches, row.events, row.repeated, row.lostBatches, row.droppedBySender, since(row.lastAt)],
  ), !ingest?.enabled);
}

function showProcess({ plugins, jvm, gateway, log }) {
  table("plugins", "Plugins", ["Plugin", "State", "Why"], (plugins ?? []).map(({ id, state, reason }) => [id, state, reason]));
  table("process", "Process", ["What", "Value"], [
    ["Process id", gateway.pid], ["Listens on", `${gateway.bind}:${gateway.port}`], ["Authentication", gateway.authMode],
    ["Java", `${jvm.version} (${jvm.vendor})`], ["Processors", jvm.processors], ["Threads", jvm.threads],
    ["Garbage collection", jvm.collectors.map((row) => `${row.name}: ${row.collections} in ${row.timeMs} ms`).join("; ")],
    ["Log", log?.file ?? log?.destination ?? ""],
  ].map(([name, value]) => [name, String(value)]));
}

/** Replaces a table; keeps a caption and a sentence where there are no rows. */
function table(id, caption, heads, rows, hidden = false) {
  $(id).hidden = hidden;
  const head = element("tr", {}, ...heads.map((text, at) => element("th", { scope: "col", class: isNumber(rows[0]?.[at]) ? "number" : "" }, text)));
  const body = rows.length > 0 ? rows.map(row) : [element("tr", {}, element("td", { colspan: heads.length, class: "quiet" }, "None"))];
  $(id).replaceChildren(element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body)));
}

const isNumber = (cell) => typeof cell === "number" || cell?.share !== undefined;

const row = (cells) => element("tr", {}, ...cells.map(cell));

function cell(content) {
  if (content?.share !== undefined) {
    const made = element("td", { class: "number bar" }, number(content.value));
    const percent = Math.round(100 * Math.min(1, content.share));
    made.style.backgroundImage = `linear-gradient(to left, var(${percent > 50 ? "--bar-bad" : "--bar"}) ${percent}%, transparent ${percent}%)`;
    return made;
  }
  return element("td", typeof content === "number" ? { class: "number" } : {}, typeof content === "number" ? number(content) : content ?? "");
}

if (sessionStorage.getItem(TOKEN)) refresh();
else $("token").focus();
