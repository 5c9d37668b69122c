#!/usr/bin/env bash
# Measures how long Prometheus takes to evaluate the rules for a fleet. A new database gets two hours of raw series and a
# day of recorded ones; then Prometheus scrapes the whole fleet from one file every 30 s and evaluates the rules.
#
#   alerts/measure-fleet.sh [GATEWAYS [ROUNDS]]     500 gateways, 5 rounds
#
# Needs prometheus, promtool (or what PROMETHEUS and PROMTOOL name), curl and python3. 500 gateways take a quarter of an
# hour and 12 GB below TMPDIR. What it starts, it ends.
set -euo pipefail
fleet=${1:-500}
rounds=${2:-5}
prometheus=${PROMETHEUS:-prometheus}
promtool=${PROMTOOL:-promtool}
port=${PORT:-19390}
here=$(cd "$(dirname "$0")" && pwd)
interval=30 # of scrapes
evaluations=60 # as the rule groups say
work=$(mktemp -d)
started=()

stop() {
    for id in "${started[@]}"; do
        kill "$id" 2>/dev/null || true
        wait "$id" 2>/dev/null || true
    done
    started=()
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

# Lines "name{labels}" of one gateway become samples of all gateways: counters that grow, each at its own pace.
samples() { # gateways from to step
    awk -v gateways="$1" -v from="$2" -v to="$3" -v step="$4" '
        {
            open = index($0, "{")
            name = substr($0, 1, open - 1)
            labels = substr($0, open + 1, length($0) - open - 1)
            pace = NR % 7 / 10
            for (g = 1; g <= gateways; g++) {
                series = sprintf("%s{job=\"openclaw\",instance=\"gateway-%03d:18789\"%s%s} ", name, g, labels == "" ? "" : ",", labels)
                for (t = from; t <= to; t += step) {
                    events = int((t / step + g) * pace) % 3
                    printf "%s%d %d\n", series, name ~ /^up$|_up:max$/ ? 1 : name ~ /:(increase|growth)/ ? events : int(t % 864000 / step * pace), t
                }
            }
        }'
}

# Writes the database of so many gateways, starts Prometheus on it and waits until each group was evaluated.
start() { # gateways
    local now=$(($(date +%s) / 60 * 60)) data="$work/data-$1" raw="$work/raw.series"
    {
        grep -v _bucket "$raw" | samples "$1" $((now - 7200)) "$now" $interval
        grep _bucket "$raw" | samples "$1" $((now - 1200)) "$now" $interval
        sed -nE '/:(growth|increase)/p' "$work/recorded.series" | samples "$1" $((now - 86400)) "$now" $evaluations
        sed -E '/:(growth|increase)/d' "$work/recorded.series" | samples "$1" $((now - 7200)) "$now" $evaluations
        echo '# EOF'
    } > "$work/samples.om"
    "$promtool" tsdb create-blocks-from openmetrics --quiet --max-block-duration=24h "$work/samples.om" "$data" >&2
    rm "$work/samples.om"
    samples "$1" "$now" "$now" $interval < "$raw" | sed -E 's/ [0-9]+$//' > "$work/metrics.txt"
    python3 -m http.server --bind 127.0.0.1 --directory "$work" $((port + 1)) > "$work/server.log" 2>&1 &
    started+=($!)
    "$prometheus" --config.file="$work/prometheus.yml" --storage.tsdb.path="$data" --log.level=warn \
        --web.listen-address="127.0.0.1:$port" 2> "$work/prometheus.log" &
    started+=($!)
    evaluated 2
}

# Waits until each group was evaluated so often.
evaluated() { # rounds
    until curl -sf "http://127.0.0.1:$port/metrics" | awk -v rounds="$1" '
        /^prometheus_rule_group_iterations_total/ { groups++; few += $NF < rounds }
        END { exit few || !groups }'
    do
        kill -0 "${started[-1]}" || { cat "$work"/*.log >&2; exit 1; }
        sleep 1
    done
}

# How many seconds of processor time Prometheus has used.
processor() {
    curl -sf "http://127.0.0.1:$port/metrics" | awk '/^process_cpu_seconds_total/ { print $2 }'
}

cat > "$work/prometheus.yml" <<CONFIGURATION
global: {scrape_interval: ${interval}s, scrape_timeout: ${interval}s, evaluation_interval: ${evaluations}s}
rule_files: ["$here/openclaw.rules.yml"]
scrape_configs:
  - job_name: fleet
    metrics_path: /metrics.txt
    honor_labels: true
    static_configs: [{targets: ["127.0.0.1:$((port + 1))"]}]
CONFIGURATION

# The series that a rule reads, of a recorded gateway; then what the rules record of them, found with one gateway.
families=$(grep -oE 'openclaw_[a-z_]+' "$here/openclaw.rules.yml" | sort -u | paste -sd '|')
gzip -dc "$here/../conformance/gateway-2026.5.28.prom.gz" | grep -E "^($families)[{ ]" \
    | sed -E 's/ [^ ]+$//; s/^([a-z_]+)$/\1{}/' > "$work/raw.series"
echo 'up{}' >> "$work/raw.series"
: > "$work/recorded.series"
start 1
curl -sfG "http://127.0.0.1:$port/api/v1/series" \
    --data-urlencode 'match[]={__name__=~"instance.*:(sum|growth|max|increase(5|10|15|30)m)"}' \
    | tr '{' '\n' | sed -nE 's/"(instance|job)":"[^"]*",?//g; s/^"__name__":"([^"]+)",?([^}]*)\}.*/\1{\2}/p' \
    | sed -E 's/"([a-z_]+)":/\1=/g; s/,\}/}/' > "$work/recorded.series"
stop
echo "$fleet gateways, each of $(wc -l < "$work/raw.series") raw and $(wc -l < "$work/recorded.series") recorded series; $("$prometheus" --version 2>&1 | head -1)"

start "$fleet"
before=$(processor)
began=$(date +%s)
for ((round = 3; round < rounds + 3; round++)); do
    evaluated "$round"
    curl -sf "http://127.0.0.1:$port/metrics" \
        | sed -nE 's/^prometheus_rule_group_(last_duration|interval)_seconds\{rule_group="[^;]*;([^"]+)"\} /\1 \2 /p'
done | awk '
    $1 == "interval" { interval[$2] = $3 }
    $1 == "last_duration" { sum[$2] += $3; rounds[$2]++; if ($3 > longest[$2]) longest[$2] = $3 }
    END {
        for (group in sum)
            printf "%-24s mean %6.3f s, longest %6.3f s, %4.1f %% of %d s\n", group, sum[group] / rounds[group],
                longest[group], 100 * longest[group] / interval[group], interval[group]
    }' | sort
processor | awk -v before="$before" -v seconds=$(($(date +%s) - began)) \
    '{ printf "all groups and the scrapes: %.1f s of processor time per minute\n", ($1 - before) * 60 / seconds }'
echo "The rules that take longest:"
curl -sf "http://127.0.0.1:$port/api/v1/rules" | python3 -c '
import json, sys
rules = [rule for group in json.load(sys.stdin)["data"]["groups"] for rule in group["rules"]]
for rule in sorted(rules, key=lambda rule: -rule["evaluationTime"])[:12]:
    print("%7.3f s %s %s" % (rule["evaluationTime"], rule["name"], rule.get("labels", {}).get("scope", "")))'
