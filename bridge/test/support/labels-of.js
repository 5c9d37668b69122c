// What the bridge makes of values as ordinary labels and as lanes: reads a JSON list of strings, prints one of pairs.
import { readFileSync } from "node:fs";
import { label, lane } from "../../lib/labels.js";

const values = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(values.map((value) => [label(value), lane(value)])));
