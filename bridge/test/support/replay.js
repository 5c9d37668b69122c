// Sends a recorded stream through the bridge, as a gateway would publish it: node replay.js STREAM.ndjson.gz ENDPOINT TOKEN_FILE.
// Prints what became of the events.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createService } from "../../lib/service.js";

const [file, endpoint, tokenFile] = process.argv.slice(2);
const publications = gunzipSync(readFileSync(file)).toString().trim().split("\n").map((line) => JSON.parse(line));

let listener;
const service = createService({
  subscribe: (given) => {
    listener = given;
    return () => {};
  },
  config: { endpoint, tokenFile, maxBufferedEvents: 200_000 },
});
const logger = { info() {}, warn: console.error, error: console.error };
service.start({ logger });
for (const { event, metadata } of publications) listener(event, metadata);
while (service.stats().buffered > 0) await new Promise((resolve) => setTimeout(resolve, 20));
const stats = service.stats();
await service.stop({ logger });
console.log(JSON.stringify(stats));
