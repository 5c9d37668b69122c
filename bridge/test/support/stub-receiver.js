// A receiver in a process that can be killed: node stub-receiver.js PORT FILE. Like the real one it counts a repeated batch once;
// unlike the real one it remembers across its own death, in FILE: a line for each batch, "stream number events first last".
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import http from "node:http";
import { gunzipSync } from "node:zlib";

const [port, file] = process.argv.slice(2);
const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
const taken = new Set(lines.map((line) => line.split(" ", 2).join(" ")));

const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const text = request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes).toString() : bytes.toString();
  const batch = `${request.headers["x-stream-id"]} ${request.headers["x-batch"]}`;
  const events = text.trim().split("\n").map((line) => JSON.parse(line).event);
  if (!taken.has(batch)) appendFileSync(file, `${batch} ${events.length} ${events[0].durationMs} ${events.at(-1).durationMs}\n`);
  taken.add(batch);
  response.end(JSON.stringify({ accepted: events.length, ignored: 0, rejected: 0, nextBatch: Number(request.headers["x-batch"]) + 1 }));
});
server.listen(Number(port), "127.0.0.1", () => process.send?.(server.address().port));
