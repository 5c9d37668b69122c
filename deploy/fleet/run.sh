#!/usr/bin/env bash
# Runs a fleet on this machine, breaks it, and says what Prometheus, VictoriaMetrics, vmalert, Alertmanager and an OTLP
# receiver show. docs/fleet.md has what came of it.
#
#   deploy/fleet/run.sh [GATEWAYS]        20 Gateways, about half an hour, 110 MB of memory for each
#
# Needs the built application (mvn -q -DskipTests package; or APP names it), curl, python3, and Prometheus 3 as prometheus3
# or prometheus. victoria-metrics, vmalert, prometheus-alertmanager and otelcol are left out, and told, where they are not
# installed. Everything listens on loopback. What it starts, it ends.
set -euo pipefail
fleet=${1:-20}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
app=${APP:-$root/modules/cli/target/app}
base=${PORT:-19600}
minute=${MINUTE:-60} # shorter for a try of the script; alerts need real minutes
work=$(mktemp -d)
declare -A started=()

stop() { # name
    local id=${started[$1]:-}
    [ -z "$id" ] && return
    kill -"${2:-TERM}" "$id" 2>/dev/null || true
    wait "$id" 2>/dev/null || true
    unset "started[$1]"
}
stop_all() {
    for name in "${!started[@]}"; do stop "$name"; done
    rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 1' INT TERM

begin() { # name command…
    local name=$1
    shift
    "$@" > "$work/$name.log" 2>&1 &
    started[$name]=$!
}
has() { command -v "$1" > /dev/null || { echo "*** LEFT OUT: $1 is not installed ***" >&2; return 1; }; }
prometheus=$(command -v prometheus3 || command -v prometheus)

sd=$((base + 1)) scraper=$((base + 2)) receiver=$((base + 3)) victoria=$((base + 4)) alertmanager=$((base + 5))
vmalert=$((base + 6)) collector=$((base + 7)) gateways=$((base + 100))
printf '%s' "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" > "$work/token"
chmod 600 "$work/token"
mkdir "$work/sd"

# ------------------------------------------------------------------------------------------------- configuration
cat > "$work/prometheus.yml" <<CONFIGURATION
global: {scrape_interval: 30s, evaluation_interval: 1m, external_labels: {prometheus: fleet}}
rule_files: [$root/alerts/openclaw.rules.yml]
scrape_configs:
  - job_name: openclaw
    metrics_path: /api/diagnostics/prometheus
    authorization: {credentials_file: $work/token}
    http_sd_configs: [{url: "http://127.0.0.1:$sd/targets.json", refresh_interval: 30s}]
CONFIGURATION
cat > "$work/receiver.yml" <<CONFIGURATION
otlp: {keep_identifying_resource_attributes: true}
CONFIGURATION
cat > "$work/collector.yaml" <<CONFIGURATION
receivers: {otlp: {protocols: {http: {endpoint: "127.0.0.1:$collector"}}}}
exporters: {debug: {verbosity: normal}}
service:
  telemetry: {metrics: {level: none}}
  pipelines: {metrics: {receivers: [otlp], exporters: [debug]}}
CONFIGURATION
python3 - "$fleet" "$gateways" > "$work/sd/targets.json" <<'TARGETS'
import json, sys
fleet, port = int(sys.argv[1]), int(sys.argv[2])
print(json.dumps([{"targets": [f"127.0.0.1:{port + n}"], "labels": {"cluster": "eu" if n % 2 else "us", "namespace": "agents"}}
                  for n in range(1, fleet + 1)]))
TARGETS

# ------------------------------------------------------------------------------------------------------ programs
begin sd python3 -m http.server --bind 127.0.0.1 --directory "$work/sd" "$sd"
has victoria-metrics && {
    begin victoria victoria-metrics -storageDataPath="$work/victoria" -httpListenAddr="127.0.0.1:$victoria" -retentionPeriod=1d
    # What Prometheus records stays there: vmalert records its own under the same names.
    cat >> "$work/prometheus.yml" <<CONFIGURATION
remote_write:
  - url: "http://127.0.0.1:$victoria/api/v1/write"
    write_relabel_configs: [{source_labels: [__name__], regex: ".+:.+|ALERTS.*", action: drop}]
CONFIGURATION
}
has prometheus-alertmanager && {
    begin alertmanager prometheus-alertmanager --config.file="$root/alerts/alertmanager.yml" --storage.path="$work/am" \
        --web.listen-address="127.0.0.1:$alertmanager" --cluster.listen-address=
    echo "alerting: {alertmanagers: [{static_configs: [{targets: [\"127.0.0.1:$alertmanager\"]}]}]}" >> "$work/prometheus.yml"
}
scrape() {
    begin scraper "$prometheus" --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/tsdb" \
        --web.listen-address="127.0.0.1:$scraper" --log.level=warn
}
scrape
begin receiver "$prometheus" --config.file="$work/receiver.yml" --storage.tsdb.path="$work/received" \
    --web.listen-address="127.0.0.1:$receiver" --web.enable-otlp-receiver --log.level=warn
has otelcol && begin collector otelcol --config="$work/collector.yaml"
if [ -n "${started[victoria]:-}" ] && has vmalert; then
    begin vmalert vmalert -rule="$root/alerts/openclaw.vmalert.yml" -datasource.url="http://127.0.0.1:$victoria" \
        -remoteWrite.url="http://127.0.0.1:$victoria" -remoteRead.url="http://127.0.0.1:$victoria" \
        -notifier.url="http://127.0.0.1:$alertmanager" -httpListenAddr="127.0.0.1:$vmalert" -external.label=from=vmalert
fi

# Half of the Gateways push to the collector, half to Prometheus; all are scraped.
start_gateway() { # number
    local state="$work/gateway-$1" push="http://127.0.0.1:$receiver/api/v1/otlp"
    [ $(($1 % 2)) = 0 ] && [ -n "${started[collector]:-}" ] && push="http://127.0.0.1:$collector"
    mkdir -m 700 "$state"
    cat > "$state/openclaw.json" <<CONFIGURATION
{diagnostics: {enabled: true, otel: {enabled: true, endpoint: "$push", names: "prometheus", traces: false, flushIntervalMs: 30000}},
 plugins: {entries: {"diagnostics-otel": {enabled: true}}}}
CONFIGURATION
    chmod 600 "$state/openclaw.json"
    OPENCLAW_STATE_DIR=$state OPENCLAW_CONFIG_PATH=$state/openclaw.json OPENCLAW_GATEWAY_TOKEN=$(cat "$work/token") \
        OTEL_RESOURCE_ATTRIBUTES="service.instance.id=127.0.0.1:$((gateways + $1))" \
        OPENCLAW_JAVA_OPTS="-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1" \
        begin "gateway-$1" "$app/bin/openclaw" gateway run --demo --no-random-outages --seed "$1" \
        --port $((gateways + $1)) --fault provider-down@5m
}
for ((n = 1; n <= fleet; n++)); do start_gateway "$n"; done
epoch=$(date +%s)

# ---------------------------------------------------------------------------------------------- what is asked
ask() { # port query
    curl -sfG "http://127.0.0.1:$1/api/v1/query" --data-urlencode "query=$2" \
        | python3 -c 'import json,sys; r = json.load(sys.stdin)["data"]["result"]; print(r[0]["value"][1] if r else "none")' || echo "no answer"
}
at() { # minutes
    local wait=$((epoch + $1 * minute - $(date +%s)))
    [ "$wait" -le 0 ] || sleep "$wait"
}
say() { printf '%5.1f min  %s\n' "$(python3 -c "print(($(date +%s) - $epoch) / 60)")" "$*"; }

at 4
say "targets up: $(ask $scraper 'sum(up{job="openclaw"})') of $fleet"
stop "gateway-$fleet" KILL
say "Gateway $fleet ended with SIGKILL; the provider fails for all from minute 5 on"
at 13
"$here/questions.py" cost "$scraper" "$work" | sed 's/^/           /'
before=$(ask $scraper 'sum(openclaw_message_processed_total)')
stop scraper
say "Prometheus stopped, having seen $before messages"
at 14
scrape
say "Prometheus started again"
at 30
say "What the raw counters, what was recorded of them and the other stores say:"
"$here/questions.py" totals "$scraper" "${started[vmalert]:+$victoria}" "$receiver" "$gateways" "$fleet" "$work/token" \
    | sed 's/^/           /'
say "Alerts, and the minute in which each first fired:"
"$here/questions.py" alerts "$scraper" "$epoch" | sed 's/^/           /'
[ -z "${started[vmalert]:-}" ] || {
    say "The same by vmalert:"
    "$here/questions.py" alerts "$victoria" "$epoch" | sed 's/^/           /'
}
[ -z "${started[alertmanager]:-}" ] || "$here/questions.py" notifications "$alertmanager" | sed 's/^/           /'
say "Dashboards:"
"$here/questions.py" dashboards "$root/grafana/dashboards" "Prometheus=$scraper" \
    ${started[victoria]:+"VictoriaMetrics=$victoria"} | sed 's/^/           /'
[ -z "${started[collector]:-}" ] \
    || say "The log of the collector tells of metrics in $(grep -c '"otelcol.signal": "metrics"' "$work/collector.log" || true) lines"
"$here/questions.py" memory "$work" "${started[scraper]}" ${started[victoria]:+"${started[victoria]}"} "${started[gateway-1]}" \
    | sed 's/^/           /'
