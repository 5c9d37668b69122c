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

const TAKEN = '{"accepted":1,"ignored":0,"rejected":0,"nextBatch":8}';
const answering = (status, headers = {}, text = status === 200 ? TAKEN : "") => (request, response) =>
  response.writeHead(status, headers).end(text);

test("sends the numbers of the batch and the length of the body", async () => {
  let seen;
  const answer = await withServer(
    (request, response) => {
      seen = request.headers;
      response.end(TAKEN);
    },
    (receiver) => receiver.send(batch),
  );
  assert.equal(answer.kind, "taken");
  assert.deepEqual(
    [seen["x-stream-id"], seen["x-batch"], seen["content-length"], seen["x-dropped-events"]],
    ["s-1", "7", "3", "3"],
  );
});

for (const [status, kind] of [[200, "taken"], [204, "failed"], [301, "failed"], [400, "refused"], [401, "failed"], [403, "failed"], [404, "failed"],
  [413, "refused"], [415, "refused"], [429, "failed"], [500, "failed"], [503, "failed"]]) {
  test(`status ${status} means ${kind}`, async () => {
    assert.equal((await withServer(answering(status), (receiver) => receiver.send(batch))).kind, kind);
  });
}

test("a page of another server is not an acknowledgement", async () => {
  for (const text of ["<html>welcome</html>", "", "{}", "null", '{"nextBatch":"2"}']) {
    const answer = await withServer(answering(200, {}, text), (receiver) => receiver.send(batch));
    assert.deepEqual([answer.kind, answer.reason], ["failed", "not a receiver's answer"]);
  }
});

test("an answer without an end fails in time, and one that is cut fails", async () => {
  const trickling = (request, response) => {
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  };
  const late = await withServer(trickling, (receiver) => receiver.send(batch), { timeoutMs: 200 });
  assert.deepEqual([late.kind, late.reason], ["failed", "no answer within 200 ms"]);
  const cut = (request, response) => {
    response.writeHead(200, { "Content-Length": 100 }).write("{", () => response.destroy());
  };
  assert.equal((await withServer(cut, (receiver) => receiver.send(batch))).kind, "failed");
});

test("what is no token is refused, and never reaches a header", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bridge-"));
  const tokenFile = join(folder, "token");
  const endpoint = "http://127.0.0.1:1/";
  for (const text of ["", " \n", "two\nlines", "two words", "caf\u00e9", "nul\u0000"]) {
    writeFileSync(tokenFile, text);
    assert.throws(() => createReceiver({ endpoint, tokenFile }), /tokenFile does not hold a token/);
  }
  writeFileSync(tokenFile, "old\n");
  const keepsTheOld = async (receiver) => {
    writeFileSync(tokenFile, "two\nlines");
    return [await receiver.send(batch), await receiver.send(batch)];
  };
  const answers = await withServer(answering(401), keepsTheOld, { tokenFile });
  assert.deepEqual(answers.map(({ reason }) => reason), ["status 401", "status 401"]);
  rmSync(folder, { recursive: true });
});

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
    answering(request.headers.authorization === "Bearer new" ? 200 : 401)(request, response);
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
