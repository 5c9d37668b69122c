// A model provider with OpenAI's interface that answers at once: node mock-provider.js PORT. Every ninth call fails.
import http from "node:http";

const USAGE = {
  prompt_tokens: 1_200,
  completion_tokens: 20,
  total_tokens: 1_220,
  prompt_tokens_details: { cached_tokens: 1_000 },
};
let calls = 0;

http
  .createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (request.method !== "POST") return json(response, 200, { data: [{ id: "m1" }] });
    calls++;
    if (calls % 9 === 0) return json(response, 500, { error: { message: "mock failure" } });
    const { stream, model } = JSON.parse(Buffer.concat(parts).toString());
    return stream ? events(response, model) : whole(response, model);
  })
  .listen(Number(process.argv[2]), "127.0.0.1");

function json(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function whole(response, model) {
  const choice = { index: 0, message: { role: "assistant", content: text() }, finish_reason: "stop" };
  json(response, 200, { id: `chatcmpl-mock${calls}`, object: "chat.completion", created: 1, model, choices: [choice], usage: USAGE });
}

function events(response, model) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const base = { id: `chatcmpl-mock${calls}`, object: "chat.completion.chunk", created: 1, model };
  const send = (part) => response.write(`data: ${JSON.stringify({ ...base, ...part })}\n\n`);
  send({ choices: [{ index: 0, delta: { role: "assistant", content: text() }, finish_reason: null }] });
  send({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
  send({ choices: [], usage: USAGE });
  response.end("data: [DONE]\n\n");
}

const text = () => `Mock answer CANARYTEXT ${calls}`;
