// A model provider with OpenAI's interface that answers at once: node mock-provider.js PORT. Every ninth call fails; every third one
// asks for a tool, if the caller has it. A GET says how many calls there were.
import http from "node:http";

const USAGE = {
  prompt_tokens: 1_200,
  completion_tokens: 20,
  total_tokens: 1_220,
  prompt_tokens_details: { cached_tokens: 1_000 },
};
const TOOL = "read";
let calls = 0;

http
  .createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (request.method !== "POST") return json(response, 200, { data: [{ id: "m1" }], calls });
    calls++;
    if (calls % 9 === 0) return json(response, 500, { error: { message: "mock failure" } });
    const { stream, model, tools } = JSON.parse(Buffer.concat(parts).toString());
    const wantsTool = calls % 3 === 1 && tools?.some((tool) => tool.function?.name === TOOL);
    return stream ? events(response, model, wantsTool) : whole(response, model);
  })
  .listen(Number(process.argv[2]), "127.0.0.1");

function json(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function whole(response, model) {
  const choice = { index: 0, message: { role: "assistant", content: text() }, finish_reason: "stop" };
  json(response, 200, { id: `chatcmpl-mock${calls}`, object: "chat.completion", created: 1, model, choices: [choice], usage: USAGE });
}

function events(response, model, wantsTool) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const base = { id: `chatcmpl-mock${calls}`, object: "chat.completion.chunk", created: 1, model };
  const send = (part) => response.write(`data: ${JSON.stringify({ ...base, ...part })}\n\n`);
  const delta = wantsTool ? { tool_calls: [toolCall()] } : { content: text() };
  send({ choices: [{ index: 0, delta: { role: "assistant", ...delta }, finish_reason: null }] });
  send({ choices: [{ index: 0, delta: {}, finish_reason: wantsTool ? "tool_calls" : "stop" }] });
  send({ choices: [], usage: USAGE });
  response.end("data: [DONE]\n\n");
}

const toolCall = () => ({
  index: 0,
  id: `call_CANARY${calls}`,
  type: "function",
  function: { name: TOOL, arguments: JSON.stringify({ path: "AGENTS.md" }) },
});

const text = () => `Mock answer CANARYTEXT ${calls}`;
