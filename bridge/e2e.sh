#!/usr/bin/env bash
# The bridge inside a real OpenClaw gateway, for some minutes, with a restart of each process; prints what was offered, sent,
# dropped and counted. By hand, since it installs 650 MB:
#
#   bridge/e2e.sh [MINUTES]        20 if absent; OPENCLAW_E2E=FOLDER keeps the installation for the next run
#
# Needs Node 20 with npm, a JDK and Maven, and Prometheus 3 as `prometheus3` or `prometheus` on the path. Everything listens on
# loopback, ports 20810 to 20814; what was started is ended by its process id.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
minutes=${1:-20}
work=${OPENCLAW_E2E:-$(mktemp -d)}
mkdir -p "$work/home/.openclaw" "$work/state"
prometheus=$(command -v prometheus3 || command -v prometheus)
receiver_port=20810 gateway_port=20811 mock_port=20812 prometheus_port=20813
token=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')

declare -A pid=()
stop() { # NAME [SIGNAL]
    [ -n "${pid[$1]:-}" ] || return 0
    kill "-${2:-TERM}" "${pid[$1]}" 2>/dev/null || true
    wait "${pid[$1]}" 2>/dev/null || true
    unset "pid[$1]"
}
trap 'for name in "${!pid[@]}"; do stop "$name"; done' EXIT

if [ ! -d "$work/node_modules/openclaw" ]; then
    echo "Installing OpenClaw 2026.9.6 and Node 24 into $work"
    (cd "$work" && npm install --ignore-scripts --no-audit --no-fund --no-save openclaw@2026.9.6 "node-linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')@24" >/dev/null)
fi
node24=$(echo "$work"/node_modules/node-linux-*/bin)
"$root/openclaw" --version >/dev/null # builds what is missing
printf '%s\n' "$token" >"$work/token"
chmod 600 "$work/token"

cat >"$work/home/.openclaw/openclaw.json" <<JSON
{
  gateway: { mode: "local", port: $gateway_port, bind: "loopback", auth: { mode: "token", token: "$token" } },
  diagnostics: { enabled: true },
  models: { providers: { mock: {
    baseUrl: "http://127.0.0.1:$mock_port/v1", apiKey: "none", api: "openai-completions",
    models: [{ id: "m1", name: "m1", contextWindow: 128000, maxTokens: 2000, reasoning: false, input: ["text"],
               cost: { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 1 } }],
  } } },
  agents: { defaults: { model: { primary: "mock/m1" }, workspace: "$work/home/workspace" } },
  tools: { toolSearch: false },
  plugins: {
    load: { paths: ["$root/bridge"] },
    allow: ["diagnostics-bridge"],
    entries: { "diagnostics-bridge": { enabled: true, config: {
      endpoint: "http://127.0.0.1:$receiver_port/api/diagnostics/events", tokenFile: "$work/token",
    } } },
  },
}
JSON
cat >"$work/prometheus.yml" <<YAML
global: { scrape_interval: 5s }
scrape_configs:
  - job_name: openclaw
    metrics_path: /api/diagnostics/prometheus
    authorization: { credentials_file: $work/token }
    static_configs: [{ targets: ["127.0.0.1:$receiver_port"] }]
YAML

start_mock() { node "$root/bridge/test/support/mock-provider.js" $mock_port >"$work/mock.log" 2>&1 & pid[mock]=$!; }
start_receiver() {
    OPENCLAW_STATE_DIR="$work/state" OPENCLAW_GATEWAY_TOKEN=$token "$root/openclaw" gateway run --ingest --port $receiver_port \
        >>"$work/receiver.log" 2>&1 & pid[receiver]=$!
}
start_gateway() {
    HOME="$work/home" PATH="$node24:$PATH" "$work/node_modules/.bin/openclaw" gateway run >>"$work/gateway.log" 2>&1 & pid[gateway]=$!
}
start_prometheus() {
    "$prometheus" --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/tsdb" \
        --web.listen-address=127.0.0.1:$prometheus_port >>"$work/prometheus.log" 2>&1 & pid[prometheus]=$!
}
status() { curl -fsS -m 5 -H "Authorization: Bearer $token" "http://127.0.0.1:$receiver_port/api/diagnostics/status" || echo '{}'; }
query() { curl -fsS -m 5 --data-urlencode "query=$1" "http://127.0.0.1:$prometheus_port/api/v1/query" || true; }
streams() { status | node -e 'const s=JSON.parse(require("fs").readFileSync(0)); for (const x of s.ingest?.streams ?? []) console.log("  stream", x.id.slice(0, 8), "batches", x.batches, "events", x.events, "repeated", x.repeated, "lost batches", x.lostBatches, "dropped by sender", x.droppedBySender)'; }

: >"$work/gateway.log"; : >"$work/receiver.log"
start_mock; start_receiver; start_prometheus; start_gateway
echo "Running for $minutes minutes; logs in $work"
end=$((SECONDS + 60 * minutes)) begin=$SECONDS
restarted_receiver='' restarted_gateway='' restarted_prometheus='' asked=0
while [ $SECONDS -lt $end ]; do
    passed=$((100 * (SECONDS - begin) / (end - begin)))
    if [ -z "$restarted_receiver" ] && [ $passed -ge 25 ]; then
        restarted_receiver=yes
        echo "Receiver before SIGKILL:"; streams
        stop receiver KILL; sleep 6; start_receiver
    elif [ -z "$restarted_prometheus" ] && [ $passed -ge 45 ]; then
        restarted_prometheus=yes; stop prometheus; start_prometheus
    elif [ -z "$restarted_gateway" ] && [ $passed -ge 65 ]; then
        restarted_gateway=yes; stop gateway; start_gateway; sleep 20
    fi
    if HOME="$work/home" PATH="$node24:$PATH" timeout 60 "$work/node_modules/.bin/openclaw" agent --agent main \
        --message "hello CANARY-$RANDOM, my key is sk-canary0123456789abcdef" >/dev/null 2>&1; then asked=$((asked + 1)); fi
    sleep 3
done
stop gateway
sleep 2
echo "Messages answered: $asked"
echo "Bridge, one line for each life of the gateway:"
grep -o 'of [0-9]* events [0-9]* were sent and [0-9]* dropped' "$work/gateway.log" | sed 's/^/  /'
echo "Bridge's warnings:"; grep -o 'diagnostics-bridge: the receiver.*' "$work/gateway.log" | cut -c1-120 | sort | uniq -c | sed 's/^/  /'
echo "Receiver at the end:"; streams
curl -fsS -H "Authorization: Bearer $token" "http://127.0.0.1:$receiver_port/api/diagnostics/prometheus" >"$work/last.prom"
echo "Families: $(grep -c '^# TYPE' "$work/last.prom")"
echo "Canaries in the exposition: $(grep -ci canary "$work/last.prom" || true)"
echo "Prometheus:"; query 'sum(increase(openclaw_model_call_total[1h]))' | cut -c1-200; query 'count({__name__=~"openclaw_.+"})' | cut -c1-200
