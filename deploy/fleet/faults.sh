#!/usr/bin/env bash
# Measures after how long alerts answer the faults of docs/faults.md: one Gateway for each fault, broken from its start, each
# in a separate namespace, which the rules keep apart.
#
#   deploy/fleet/faults.sh [MINUTES [FAULT…]]        40 minutes, all faults that are answered within them
#
# Needs the built application (mvn -q -DskipTests package; or APP names it), prometheus3 or prometheus, curl and python3.
# Everything listens on loopback. What it starts, it ends.
set -euo pipefail
minutes=${1:-40}
shift || true
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
app=${APP:-$root/modules/cli/target/app}
port=${PORT:-19500}
faults=("$@")
[ ${#faults[@]} -gt 0 ] || faults=(provider-down all-providers-down model-slow runaway-agent deliveries-failing deliveries-hanging
    lane-stalled lane-congested sessions-stuck tool-failing harness-failing exporter-failing leaking-label memory-pressure)
work=$(mktemp -d)
started=()
stop() {
    for id in "${started[@]}"; do
        kill "$id" 2>/dev/null || true
        wait "$id" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' INT TERM

printf '%s' "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" > "$work/token"
chmod 600 "$work/token"
targets=
for ((n = 0; n < ${#faults[@]}; n++)); do
    mkdir -m 700 "$work/$n"
    (umask 077; echo "{}" > "$work/$n/openclaw.json")
    OPENCLAW_STATE_DIR=$work/$n OPENCLAW_CONFIG_PATH=$work/$n/openclaw.json OPENCLAW_GATEWAY_TOKEN=$(cat "$work/token") \
        OPENCLAW_JAVA_OPTS="-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1" \
        "$app/bin/openclaw" gateway run --demo --no-random-outages --port $((port + 1 + n)) --fault "${faults[n]}" \
        > "$work/$n.log" 2>&1 &
    started+=($!)
    targets+="{targets: [\"127.0.0.1:$((port + 1 + n))\"], labels: {namespace: \"${faults[n]}\"}}, "
done
cat > "$work/prometheus.yml" <<CONFIGURATION
global: {scrape_interval: 30s, evaluation_interval: 1m}
rule_files: [$root/alerts/openclaw.rules.yml]
scrape_configs:
  - job_name: openclaw
    metrics_path: /api/diagnostics/prometheus
    authorization: {credentials_file: $work/token}
    static_configs: [$targets]
CONFIGURATION
prometheus=$(command -v prometheus3 || command -v prometheus)
"$prometheus" --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/tsdb" --log.level=warn \
    --web.listen-address="127.0.0.1:$port" > "$work/prometheus.log" 2>&1 &
started+=($!)
epoch=$(date +%s)
sleep $((minutes * 60))
"$here/questions.py" faults "$port" "$epoch"
