// The stub of a receiver in a separate process, as `outage` takes it.
import { fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Returns a receiver that remembers what it took across its own deaths. */
export async function stubReceiver() {
  const folder = mkdtempSync(join(tmpdir(), "bridge-outage-"));
  const file = join(folder, "batches");
  const config = {};
  let port = 0;
  let child;
  return {
    config,
    async start() {
      child = fork(new URL("stub-receiver.js", import.meta.url), [String(port), file]);
      port = await new Promise((resolve) => child.once("message", resolve));
      config.endpoint = `http://127.0.0.1:${port}/`;
    },
    async kill() {
      child.kill("SIGKILL");
    },
    results() {
      const rows = readFileSync(file, "utf8").trim().split("\n").map((row) => row.split(" ").slice(1).map(Number));
      rmSync(folder, { recursive: true });
      return { batches: rows.map(([batch, events, first, last]) => ({ batch, events, first, last })) };
    },
  };
}
