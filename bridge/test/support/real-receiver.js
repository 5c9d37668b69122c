// A real Gateway that takes events and can be killed, behind a relay that lives on and writes down what the Gateway acknowledged.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const TOKEN = "outage-test-token";
const PATH = "/api/diagnostics/events";
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort() {
  const server = http.createServer();
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    }));
}

const linesOf = (body, encoding) => (encoding === "gzip" ? gunzipSync(body) : body).toString().trim().split("\n");
const number = (line) => JSON.parse(line).event.durationMs;

/** Passes requests on to the Gateway, and its answers back; where there is no answer the connection is cut, as by a dead process. */
class Relay {
  constructor(target) {
    this.target = target;
    this.life = 0;
    this.acknowledged = [];
    this.server = http.createServer((request, response) => this.pass(request, response).catch(() => response.destroy()));
  }

  async pass(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { life } = this;
    const answer = await fetch(`http://127.0.0.1:${this.target}${PATH}`, { method: "POST", body, headers: headersOf(request) });
    const text = await answer.text();
    if (answer.status === 200) this.keep(life, request, body);
    response.writeHead(answer.status, { "Content-Type": "application/json" }).end(text);
  }

  keep(life, request, body) {
    const lines = linesOf(body, request.headers["content-encoding"]);
    this.acknowledged.push({
      life,
      batch: Number(request.headers["x-batch"]),
      events: lines.length,
      first: number(lines[0]),
      last: number(lines.at(-1)),
    });
  }
}

function headersOf(request) {
  const passed = ["authorization", "content-type", "content-encoding", "x-stream-id", "x-batch", "x-dropped-events"];
  return Object.fromEntries(passed.flatMap((name) => (name in request.headers ? [[name, request.headers[name]]] : [])));
}

/** Returns a receiver as `outage` takes it; `openclaw` is the launcher of the application. */
export async function realReceiver(openclaw) {
  const folder = mkdtempSync(join(tmpdir(), "bridge-receiver-"));
  const tokenFile = join(folder, "token");
  writeFileSync(tokenFile, TOKEN, { mode: 0o600 });
  const port = await freePort();
  const relay = new Relay(port);
  await new Promise((resolve) => relay.server.listen(0, "127.0.0.1", resolve));
  const recorded = [];
  let child;

  const get = async (path) => (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Authorization: `Bearer ${TOKEN}` } })).json();
  const ready = () => fetch(`http://127.0.0.1:${port}/ready`).then(({ ok }) => ok, () => false);
  const status = async () => (await get("/api/diagnostics/status")).ingest.events;

  return {
    config: { endpoint: `http://127.0.0.1:${relay.server.address().port}${PATH}`, tokenFile },
    async start() {
      relay.life++;
      child = spawn(openclaw, ["gateway", "run", "--ingest", "--compatibility", "2026.9", "--port", String(port)], {
        env: { ...process.env, OPENCLAW_STATE_DIR: join(folder, "state"), OPENCLAW_GATEWAY_TOKEN: TOKEN },
        stdio: "ignore",
      });
      while (!(await ready())) await sleep(50);
    },
    async kill() {
      recorded.push(await status());
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
    },
    /** What was acknowledged, by batch, and what the Gateway said of it before it was killed, by life. */
    results() {
      relay.server.closeAllConnections();
      relay.server.close();
      rmSync(folder, { recursive: true });
      return { batches: relay.acknowledged, recorded };
    },
  };
}
