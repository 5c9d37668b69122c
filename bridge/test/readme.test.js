import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { ALLOWED } from "../lib/projection.js";

const README = new URL("../README.md", import.meta.url);
const [BEGIN, END] = ["<!-- allow-list -->\n", "<!-- end of allow-list -->"];

const fieldsOf = (shape) =>
  Object.entries(shape).flatMap(([name, kind]) => {
    if (typeof kind === "string") return [kind === "label" ? `${name}` : `${name} (${kind})`];
    if (Array.isArray(kind)) {
      return typeof kind[0] === "string" ? [`${name}[]`] : fieldsOf(kind[0]).map((inner) => `${name}[].${inner}`);
    }
    return fieldsOf(kind).map((inner) => `${name}.${inner}`);
  });

const row = ([type, shape]) => `| \`${type}\` | ${fieldsOf(shape).join(", ")} |\n`;
const table = `| event | fields |\n|---|---|\n${Object.entries(ALLOWED).map(row).join("")}`;

test("the README's table is that of the allow-list", () => {
  const text = readFileSync(README, "utf8");
  const begin = text.indexOf(BEGIN) + BEGIN.length;
  const current = text.slice(begin, text.indexOf(END));
  if (process.env.DOCS_UPDATE) writeFileSync(README, text.slice(0, begin) + table + text.slice(text.indexOf(END)));
  else assert.equal(current, table, "run DOCS_UPDATE=1 node --test test/readme.test.js");
});
