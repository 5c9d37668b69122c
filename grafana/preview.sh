#!/usr/bin/env bash
# Draws the pictures in grafana/preview anew: six hours of a demo with faults, played sixty times as fast, so it takes six
# minutes and a half. Needs a JDK, Maven, prometheus and curl on the path. What it starts, it ends.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
speed=60 # what docs/time-lapse.sed makes the rules for
seconds=$((6 * 3600 / speed + 20))
port=${PREVIEW_PROMETHEUS_PORT:-19099}
work=$(mktemp -d)
started=()

finish() {
    for id in "${started[@]}"; do
        kill "$id" 2>/dev/null || true
        wait "$id" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap finish EXIT

await() { # what, command ...
    local what=$1
    shift
    for _ in $(seq 300); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    echo "Waited 30 s in vain for $what:" >&2
    cat "$work"/*.log >&2
    exit 1
}

cd "$home"
mvn -q -B -DskipTests -Dspotless.skip -pl modules/cli,modules/preview -am package
sed -E -f docs/time-lapse.sed alerts/openclaw.rules.yml >"$work/rules.yml"

modules/cli/target/app/bin/openclaw gateway run --demo --seed 7 --speed "$speed" --port 0 \
    --token-file "$work/gateway.token" \
    --fault price-missing --fault tool-failing@90m+30m --fault exporter-failing@2h+10m --fault sessions-stuck@2h+15m \
    --fault provider-down@3h+40m --fault deliveries-failing@4h+20m --fault harness-failing@250m+20m \
    --fault lane-congested@280m+8m --fault memory-pressure@310m+10m >"$work/gateway.log" 2>&1 &
started+=($!)
await "the Gateway" grep -q "^  Stop" "$work/gateway.log"
address=$(sed -nE 's|^  Gateway +http://(.+)$|\1|p' "$work/gateway.log")

cat >"$work/prometheus.yml" <<END
global: {scrape_interval: 500ms, evaluation_interval: 1s}
rule_files: [rules.yml]
scrape_configs:
  - job_name: openclaw
    metrics_path: /api/diagnostics/prometheus
    authorization: {credentials_file: gateway.token}
    static_configs: [{targets: ["$address"]}]
END
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/data" \
    --web.listen-address="127.0.0.1:$port" --log.level=warn >"$work/prometheus.log" 2>&1 &
started+=($!)
await "Prometheus" curl -fsS "http://127.0.0.1:$port/-/ready"

echo "Six hours of the demo pass in $seconds s ..."
sleep "$seconds"
java -p "modules/preview/target/classes:modules/preview/target/lib" \
    -m ai.openclaw.diagnostics.preview/ai.openclaw.diagnostics.preview.Main \
    grafana/dashboards "http://127.0.0.1:$port" "$speed" grafana/preview
ls -l grafana/preview
