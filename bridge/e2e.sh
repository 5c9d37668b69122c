#!/usr/bin/env bash
# The bridge inside a real OpenClaw gateway, for some minutes, with a restart of each process. A second plugin writes down what the
# gateway published; at the end bridge/test/support/e2e-report.js compares that with what the bridge sent and what the receiver
# counted and shows. By hand, since it installs 650 MB:
#
#   bridge/e2e.sh [MINUTES]        20 if absent; OPENCLAW_E2E=FOLDER keeps the installation for the next run, and
#                                  OPENCLAW_VERSION=2026.5.28 is another release than 2026.9.6
#
# Needs Node 20 with npm, a JDK and Maven, and Prometheus 3 as `prometheus3` or `prometheus` on the path. Everything listens on
# loopback, ports 20810 to 20813; what was started is ended by its process id.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
minutes=${1:-20}
version=${OPENCLAW_VERSION:-2026.9.6}
work=${OPENCLAW_E2E:-$(mktemp -d)}
run=$work/run
rm -rf "$run"
mkdir -p "$run/home/.openclaw" "$run/state"
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
    echo "Installing OpenClaw $version and Node 24 into $work"
    (cd "$work" && npm install --ignore-scripts --no-audit --no-fund --no-save "openclaw@$version" "node-linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')@24" >/dev/null)
fi
node24=$(echo "$work"/node_modules/node-linux-*/bin)
"$root/openclaw" --version >/dev/null # builds what is missing
printf '%s\n' "$token" >"$run/token"
chmod 600 "$run/token"

cat >"$run/home/.openclaw/openclaw.json" <<JSON
{
  gateway: { mode: "local", port: $gateway_port, bind: "loopback", auth: { mode: "token", token: "$token" },
             http: { endpoints: { chatCompletions: { enabled: true } } } },
  diagnostics: { enabled: true },
  models: { providers: { mock: {
    baseUrl: "http://127.0.0.1:$mock_port/v1", apiKey: "none", api: "openai-completions",
    models: [{ id: "m1", name: "m1", contextWindow: 128000, maxTokens: 2000, reasoning: false, input: ["text"],
               cost: { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 1 } }],
  } } },
  agents: { defaults: { model: { primary: "mock/m1" }, workspace: "$run/home/workspace" } },
  tools: { toolSearch: false },
  plugins: {
    load: { paths: ["$root/bridge", "$root/bridge/test/support/witness"] },
    allow: ["diagnostics-bridge", "diagnostics-witness"],
    entries: {
      "diagnostics-bridge": { enabled: true, config: {
        endpoint: "http://127.0.0.1:$receiver_port/api/diagnostics/events", tokenFile: "$run/token",
      } },
      "diagnostics-witness": { enabled: true, config: { file: "$run/published.ndjson" } },
    },
  },
}
JSON
cat >"$run/prometheus.yml" <<YAML
global: { scrape_interval: 5s }
scrape_configs:
  - job_name: openclaw
    metrics_path: /api/diagnostics/prometheus
    authorization: { credentials_file: $run/token }
    static_configs: [{ targets: ["127.0.0.1:$receiver_port"] }]
YAML

start_mock() { node "$root/bridge/test/support/mock-provider.js" $mock_port >"$run/mock.log" 2>&1 & pid[mock]=$!; }
start_receiver() {
    OPENCLAW_STATE_DIR="$run/state" OPENCLAW_GATEWAY_TOKEN=$token "$root/openclaw" gateway run --ingest --port $receiver_port \
        --compatibility 2026.9 >>"$run/receiver.log" 2>&1 & pid[receiver]=$!
}
start_gateway() {
    HOME="$run/home" PATH="$node24:$PATH" "$work/node_modules/.bin/openclaw" gateway run >>"$run/gateway.log" 2>&1 & pid[gateway]=$!
}
start_prometheus() {
    "$prometheus" --config.file="$run/prometheus.yml" --storage.tsdb.path="$run/tsdb" \
        --web.listen-address=127.0.0.1:$prometheus_port >>"$run/prometheus.log" 2>&1 & pid[prometheus]=$!
}
authorized() { curl -fsS -m 60 -H "Authorization: Bearer $token" "$@"; }
keep_state() { # NAME: what the receiver counts and shows now
    authorized "http://127.0.0.1:$receiver_port/api/diagnostics/status" >"$run/$1.json"
    authorized "http://127.0.0.1:$receiver_port/api/diagnostics/prometheus" >"$run/$1.prom"
}
ask() {
    authorized "http://127.0.0.1:$gateway_port/v1/chat/completions" -H "Content-Type: application/json" -o /dev/null -d \
        "{\"model\":\"openclaw\",\"messages\":[{\"role\":\"user\",\"content\":\"hello CANARY-$RANDOM, my key is sk-canary0123456789abcdef\"}]}"
}

: >"$run/gateway.log"
: >"$run/receiver.log"
start_mock
start_receiver
start_prometheus
start_gateway
echo "Running for $minutes minutes; logs in $run"
end=$((SECONDS + 60 * minutes)) begin=$SECONDS
restarted_receiver='' restarted_gateway='' restarted_prometheus='' asked=0 answered=0
while [ $SECONDS -lt $end ]; do
    passed=$((100 * (SECONDS - begin) / (end - begin)))
    if [ -z "$restarted_receiver" ] && [ $passed -ge 25 ]; then
        restarted_receiver=yes
        keep_state before-kill
        stop receiver KILL
        sleep 6
        start_receiver
    elif [ -z "$restarted_prometheus" ] && [ $passed -ge 45 ]; then
        restarted_prometheus=yes
        stop prometheus
        start_prometheus
    elif [ -z "$restarted_gateway" ] && [ $passed -ge 65 ]; then
        restarted_gateway=yes
        stop gateway
        start_gateway
    fi
    if ask 2>>"$run/ask.log"; then answered=$((answered + 1)); fi
    asked=$((asked + 1))
    sleep 2
done
stop gateway
sleep 2
keep_state end
curl -fsS -m 5 --data-urlencode 'query=sum(increase(openclaw_model_call_total[1h]))' \
    "http://127.0.0.1:$prometheus_port/api/v1/query" >"$run/prometheus.json" || true
curl -fsS -m 5 "http://127.0.0.1:$mock_port/" >"$run/mock.json" || true

echo "Messages: $asked sent, $answered answered with 200"
node "$root/bridge/test/support/e2e-report.js" "$run" "$root/openclaw"
