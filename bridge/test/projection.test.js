import assert from "node:assert/strict";
import { test } from "node:test";
import { ALLOWED, EVENT_TYPES, project } from "../lib/projection.js";

const CANARIES = [
  "CANARY say nothing of this",
  "sk-canary0123456789",
  "agent:canary:telegram:direct:1",
  "3f0c9f0e-cafe-4222-8333-444455556666",
  "/home/canary/notes.txt",
  "canary@example.com",
];
const FORBIDDEN = [
  "runId", "callId", "toolCallId", "sessionKey", "sessionId", "messageId", "chatId", "turnId", "captureId", "trace",
  "seq", "ts", "error", "message", "content", "prompt", "attributes", "activeToolName", "lastProgressReason",
  "activeWorkLabels", "details", "actor", "target", "__proto__x",
];

/** An event of the shape, with the value in every place where a string can be. */
function filled(shape, value) {
  if (Array.isArray(shape)) return [filled(shape[0], value)];
  if (typeof shape === "string") return value;
  const event = {};
  for (const name in shape) event[name] = filled(shape[name], value);
  for (const name of FORBIDDEN) event[name] = name === "trace" ? { traceId: value } : value;
  return event;
}

for (const type of EVENT_TYPES) {
  test(`${type}: no canary leaves`, () => {
    for (const canary of CANARIES) {
      const sent = JSON.stringify(project({ ...filled(ALLOWED[type], canary), type }));
      assert.ok(!sent.toLowerCase().includes("canary") && !sent.includes(canary), sent);
      for (const name of FORBIDDEN) assert.ok(!sent.includes(`"${name}"`), sent);
    }
  });

  test(`${type}: labels and numbers arrive as they are`, () => {
    const kinds = { label: "value-1", lane: "main", number: 1.5, boolean: true };
    const honest = (shape) =>
      Array.isArray(shape)
        ? shape.map(honest)
        : typeof shape === "string"
          ? kinds[shape]
          : Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, honest(inner)]));
    const event = { type, ...honest(ALLOWED[type]) };
    assert.deepEqual(project({ ...event, sessionKey: "agent:main" }), event);
  });
}

test("fields of another kind stay", () => {
  const event = { type: "diagnostic.gc", durationMs: "12 prompts" };
  assert.deepEqual(project(event), { type: "diagnostic.gc" });
  assert.deepEqual(project({ type: "model.usage", usage: "text", costUsd: NaN }), { type: "model.usage" });
});

test("unknown types are not sent", () => {
  for (const type of ["log.record", "security.event", "constructor", "__proto__", undefined, 1]) {
    assert.equal(project({ type }), undefined);
  }
});
