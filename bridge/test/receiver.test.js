import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createReceiver } from "../lib/receiver.js";

const batch = { stream: "s-1", number: 7, body: Buffer.from("{}\n"), gzip: false, droppedEvents: 3 };

async function withServer(handler, run, settings = {}) {
  const server = http.createServer(handler);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${server.address().port}/api/diagnostics/events`;
  const receiver = createReceiver({ endpoint, timeoutMs: 2_000, ...settings });
  try {
    return await run(receiver);
  } finally {
    receiver.close();
    server.closeAllConnections();
    server.close();
  }
}

const answering = (status, headers = {}) => (request, response) => response.writeHead(status, headers).end();

test("sends the numbers of the batch and the length of the body", async () => {
  let seen;
  const answer = await withServer(
    (request, response) => {
      seen = request.headers;
      response.end();
    },
    (receiver) => receiver.send(batch),
  );
  assert.equal(answer.kind, "taken");
  assert.deepEqual(
    [seen["x-stream-id"], seen["x-batch"], seen["content-length"], seen["x-dropped-events"]],
    ["s-1", "7", "3", "3"],
  );
});

for (const [status, kind] of [[200, "taken"], [400, "refused"], [401, "failed"], [403, "failed"], [404, "failed"],
  [413, "refused"], [415, "refused"], [429, "failed"], [500, "failed"], [503, "failed"]]) {
  test(`status ${status} means ${kind}`, async () => {
    assert.equal((await withServer(answering(status), (receiver) => receiver.send(batch))).kind, kind);
  });
}

test("honours Retry-After, within bounds", async () => {
  const wait = async (value) =>
    (await withServer(answering(503, { "Retry-After": value }), (receiver) => receiver.send(batch))).retryAfterMs;
  assert.deepEqual([await wait("2"), await wait("86400"), await wait("soon")], [2_000, 30_000, 0]);
});

test("fails where nothing listens, and where nothing answers", async () => {
  const receiver = createReceiver({ endpoint: "http://127.0.0.1:1/", timeoutMs: 500 });
  assert.equal((await receiver.send(batch)).kind, "failed");
  receiver.close();
  assert.equal((await withServer(() => {}, (silent) => silent.send(batch), { timeoutMs: 50 })).kind, "failed");
});

test("reads the token again after a 401", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bridge-"));
  const tokenFile = join(folder, "token");
  writeFileSync(tokenFile, "old\n");
  const handler = (request, response) =>
    response.writeHead(request.headers.authorization === "Bearer new" ? 200 : 401).end();
  await withServer(
    handler,
    async (receiver) => {
      writeFileSync(tokenFile, "new\n");
      assert.equal((await receiver.send(batch)).kind, "failed");
      assert.equal((await receiver.send(batch)).kind, "taken");
    },
    { tokenFile },
  );
  rmSync(folder, { recursive: true });
});

test("sends nothing in clear text to another host", () => {
  for (const endpoint of ["http://gateway.example/", "http://10.0.0.1/", "ftp://localhost/", "localhost:1", "", undefined]) {
    assert.throws(() => createReceiver({ endpoint }), /https URL/);
  }
});
