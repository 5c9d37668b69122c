import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const SDK = {
  "package.json": JSON.stringify({ name: "openclaw", type: "module", exports: { "./plugin-sdk/*": "./plugin-sdk/*.js" } }),
  "plugin-sdk/plugin-entry.js": "export const definePluginEntry = (entry) => entry;",
  "plugin-sdk/diagnostic-runtime.js": `
    const listeners = (globalThis.stubListeners ??= new Set());
    export const onInternalDiagnosticEvent = (listener, options) => {
      const entry = { listener, options };
      listeners.add(entry);
      return () => listeners.delete(entry);
    };`,
};

/** The plugin as an installation has it: its files, beside a host that has the SDK. */
const folder = mkdtempSync(join(tmpdir(), "bridge-"));
const source = dirname(dirname(fileURLToPath(import.meta.url)));
for (const part of ["index.js", "lib", "package.json", "openclaw.plugin.json"]) {
  cpSync(join(source, part), join(folder, part), { recursive: true });
}
for (const [name, text] of Object.entries(SDK)) {
  const file = join(folder, "node_modules/openclaw", name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const { default: entry } = await import(pathToFileURL(join(folder, "index.js")).href);
after(() => rmSync(folder, { recursive: true }));

function registered(pluginConfig) {
  let service;
  entry.register({ pluginConfig, registerService: (given) => (service = given) });
  return service;
}

function logger() {
  const lines = [];
  const at = (level) => (message) => lines.push(`${level} ${message}`);
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}

const publish = (event, metadata) => globalThis.stubListeners.forEach(({ listener }) => listener(event, metadata));

test("forwards trusted and internal events only, without what is not allowed", async () => {
  const received = [];
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    received.push(request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes).toString() : bytes.toString());
    response.end('{"accepted":1,"ignored":0,"rejected":0,"nextBatch":2}');
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const service = registered({ endpoint: `http://127.0.0.1:${server.address().port}/`, flushMs: 10 });
  const log = logger();
  service.start({ logger: log });
  const event = { type: "message.processed", channel: "telegram", outcome: "completed", sessionKey: "agent:main", durationMs: 3 };
  publish(event, { trusted: true });
  publish(event, { trusted: false, internal: true });
  publish(event, { trusted: false });
  publish(event, undefined);
  publish({ type: "log.record", message: "hello" }, { trusted: true });
  publish({ get type() { throw new Error("hostile"); } }, { trusted: true });
  await service.stop({ logger: log });
  server.close();
  const sent = { type: "message.processed", channel: "telegram", outcome: "completed", durationMs: 3 };
  assert.deepEqual(received.join("").trim().split("\n").map((json) => JSON.parse(json)), [
    { event: sent, metadata: { trusted: true, internal: false } },
    { event: sent, metadata: { trusted: false, internal: true } },
  ]);
  assert.equal(globalThis.stubListeners.size, 0);
  assert.match(log.lines.at(-1), /of 2 events 2 were sent and 0 dropped/);
});

test("a wrong setting is one error line and never an exception", async () => {
  for (const config of [{ endpoint: "http://example.com/" }, { tokenFile: "/does/not/exist" }, { caFile: "/does/not/exist", endpoint: "https://localhost/" }]) {
    const log = logger();
    const service = registered(config);
    service.start({ logger: log });
    assert.equal(log.lines.length, 1);
    assert.match(log.lines[0], /^error diagnostics-bridge: not started: /);
    await service.stop({ logger: log });
  }
});

test("a logger that throws disturbs nothing", async () => {
  const hostile = () => {
    throw new Error("no log");
  };
  const service = registered({ endpoint: "http://127.0.0.1:1/" });
  service.start({ logger: { info: hostile, warn: hostile, error: hostile } });
  publish({ type: "diagnostic.gc", durationMs: 1 }, { trusted: true });
  await service.stop({ logger: { info: hostile, warn: hostile, error: hostile } });
});

test("manifest and package agree with the code", () => {
  const manifest = JSON.parse(readFileSync(join(source, "openclaw.plugin.json"), "utf8"));
  const pack = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  assert.equal(manifest.id, entry.id);
  assert.deepEqual(pack.openclaw.extensions, ["./index.js"]);
  assert.equal(pack.dependencies, undefined);
});
