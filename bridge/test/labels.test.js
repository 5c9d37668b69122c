import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { label, lane, REFUSED } from "../lib/labels.js";

const cases = JSON.parse(readFileSync(new URL("../../conformance/label-cases.json", import.meta.url), "utf8"));

test("decides as the receiver's policy does", () => {
  for (const { value, label: admitted, lane: head } of cases) {
    if (typeof value !== "string") continue;
    assert.equal(label(value), admitted === "unknown" ? REFUSED : admitted, JSON.stringify(value));
    assert.equal(lane(value), head === "unknown" ? REFUSED : head, JSON.stringify(value));
  }
});

test("refuses text, session keys, secrets and identifiers", () => {
  const refused = [
    "please book a flight",
    "agent:main:telegram:1",
    "x:AGENT:main",
    "sk-abcdefgh12345678",
    "ghp_abcdefghijklmnopqrstuvwxyz",
    "xoxb-1234567890-abc",
    "API_KEY:hunter2",
    "3f0c9f0e-1111-4222-8333-444455556666",
    "user-3f0c9f0e-1111-4222-8333-444455556666",
    "0123456789abcdef0123456789abcdef",
    "chatcmpl-abcdefghijkl",
    "10.0.0.17:8080",
    "-100123456",
    "user-84413957",
    "xK3vQ9pLzT7mWf2R",
    "db01.internal",
    "notes.txt",
    "please-tell-me-what-is-my-balance",
    "é".repeat(3),
    "a".repeat(121),
  ];
  for (const value of refused) assert.equal(label(value), REFUSED, value);
});

test("keeps only the head of a lane", () => {
  assert.equal(lane("session:agent:main:telegram:123456789"), "session");
  assert.equal(lane("agent:main"), REFUSED);
  assert.equal(lane("session:sk-abcdefgh12345678"), REFUSED);
  assert.equal(lane(" main "), "main");
});

test("costs little for a megabyte", () => {
  const huge = "a:".repeat(1 << 19);
  const start = performance.now();
  for (let i = 0; i < 100; i++) label(huge), lane(huge);
  assert.ok(performance.now() - start < 2_000);
});
