#!/usr/bin/env python3
"""What deploy/fleet/run.sh asks of a running fleet. Each subcommand prints lines for a person."""
import glob
import json
import os
import re
import sys
import urllib.parse
import urllib.request

MESSAGES = "openclaw_message_processed"


def fetch(url, token=None):
    request = urllib.request.Request(url)
    if token:
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request, timeout=60) as response:
        return response.read().decode()


def query(port, text, **more):
    parameters = urllib.parse.urlencode({"query": text, **more})
    return json.loads(fetch(f"http://127.0.0.1:{port}/api/v1/query?{parameters}"))


def number(port, text):
    result = query(port, text)["data"]["result"]
    return float(result[0]["value"][1]) if result else None


def shown(value):
    return "none" if value is None else f"{value:,.3f}".rstrip("0").rstrip(".")


def cost(port, work):
    up = number(port, 'sum(up{job="openclaw"})')
    scraped = number(port, 'sum(scrape_samples_scraped{job="openclaw"})')
    recorded = number(port, 'count({__name__=~".+:.+",job="openclaw"})')
    print(f"{shown(up)} Gateways up: {scraped / up:.0f} series of each scraped, {recorded / up:.0f} recorded")
    metrics = fetch(f"http://127.0.0.1:{port}/metrics")
    groups = re.findall(r'^prometheus_rule_group_last_duration_seconds\{rule_group="[^;]*;([^"]+)"\} (\S+)', metrics, re.M)
    slowest = max(groups, key=lambda group: float(group[1]))
    print(f"rules: {sum(float(seconds) for _, seconds in groups):.3f} s by the clock in all, slowest {slowest[0]} {float(slowest[1]):.3f} s")
    for name in ("process_cpu_seconds_total", "process_resident_memory_bytes", "prometheus_tsdb_head_series",
                 "prometheus_remote_storage_bytes_total", "prometheus_remote_storage_samples_total"):
        found = re.search(rf"^{name}(?:\{{[^}}]*\}})? (\S+)", metrics, re.M)
        if found:
            print(f"{name} {float(found.group(1)):,.0f}")


def totals(scraper, victoria, receiver, gateways, fleet, token_file):
    token = open(token_file).read()
    truth = 0
    of_pushed = 0
    for n in range(1, int(fleet) + 1):
        try:
            text = fetch(f"http://127.0.0.1:{int(gateways) + n}/api/diagnostics/prometheus", token)
        except OSError:
            continue
        count = sum(float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith(MESSAGES + "_total"))
        truth += count
        of_pushed += count if n % 2 else 0
    raw = f'sum({MESSAGES}_total{{job="openclaw"}})'
    grown = f'sum(sum_over_time(job_outcome:{MESSAGES}:growth{{job="openclaw"}}[1h]))'
    print(f"messages of the Gateways that are up, asked directly: {shown(truth)}; of those that push to Prometheus {shown(of_pushed)}")
    print(f"Prometheus, scraped: {shown(number(scraper, raw))}; recorded growths since the start: {shown(number(scraper, grown))}")
    if victoria:
        by_vmalert = grown.replace('job="openclaw"', 'from="vmalert"')
        print(f"VictoriaMetrics, by remote write: {shown(number(victoria, raw))}; growths recorded by vmalert:"
              f" {shown(number(victoria, by_vmalert))}")
    print(f"Prometheus, received by OTLP: {shown(number(receiver, f'sum({MESSAGES}_total)'))}")


def alerts(port, epoch):
    first = 'min by (alertname, scope, instance, cluster, provider, model) (min_over_time(timestamp(ALERTS{alertstate="firing"})[30m:15s]))'
    found = {}
    for series in query(port, first)["data"]["result"]:
        labels = series["metric"]
        key = labels["alertname"] + (" of a Gateway" if "scope" in labels else "")
        found.setdefault(key, []).append((float(series["value"][1]) - float(epoch)) / 60)
    for name, minutes in sorted(found.items(), key=lambda item: min(item[1])):
        print(f"{min(minutes):5.1f}  {name}, {len(minutes)} of them")


def notifications(port):
    groups = json.loads(fetch(f"http://127.0.0.1:{port}/api/v2/alerts/groups"))
    all_alerts = json.loads(fetch(f"http://127.0.0.1:{port}/api/v2/alerts"))
    silent = sum(alert["status"]["state"] == "suppressed" for alert in all_alerts)
    print(f"Alertmanager: {len(all_alerts)} alerts, {silent} of them inhibited, {len(groups)} groups")


def expressions(node):
    if isinstance(node, dict):
        if isinstance(node.get("expr"), str):
            yield node["expr"]
        for value in node.values():
            yield from expressions(value)
    elif isinstance(node, list):
        for value in node:
            yield from expressions(value)


def filled(text):
    text = re.sub(r"\$__(rate_interval|interval)|\$\{__interval\}", "4m", text)
    text = text.replace("$__range_s", "900").replace("$__range", "15m").replace("${DS_PROMETHEUS}", "")
    variables = {"job": "openclaw", "threshold": "60", "budget": "50"}
    for name, value in variables.items():
        text = re.sub(rf"\$\{{{name}(:\w+)?\}}|\${name}\b", value, text)
    text = re.sub(r"vector\(\$\{?\w+\}?\)", "vector(50)", text)
    return re.sub(r"\$\{?\w+(:\w+)?\}?", ".*", text)


def dashboards(folder, *stores):
    for store in stores:
        name, port = store.split("=")
        asked, answered, refused, peak = 0, 0, [], 0
        for file in sorted(glob.glob(folder + "/*.json")):
            for text in expressions(json.load(open(file))["panels"]):
                asked += 1
                try:
                    response = query(port, filled(text), stats="all")
                    answered += bool(response["data"]["result"])
                    samples = response["data"].get("stats", {}).get("samples", {})
                    peak = max(peak, samples.get("peakSamples", 0))
                except OSError as failure:
                    refused.append(f"{os.path.basename(file)}: {failure}: {filled(text)[:120]}")
        print(f"{name}: {asked} queries, {answered} with a result, {len(refused)} refused" + (f", at most {peak:,} samples at once" if peak else ""))
        for line in refused[:5]:
            print("  " + " ".join(line.split()))


def memory(work, *processes):
    for process in processes:
        status = open(f"/proc/{process}/status").read()
        ticks = open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()
        seconds = (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")
        print(f"{re.search('Name:.(.*)', status).group(1)}: {int(re.search('VmRSS:.*?([0-9]+)', status).group(1)) / 1024:.0f} MiB, {seconds:.1f} s of processor time")
    for name in ("tsdb", "victoria", "received"):
        size = sum(os.path.getsize(os.path.join(folder, file)) for folder, _, files in os.walk(f"{work}/{name}") for file in files)
        print(f"{name}: {size / 1e6:.1f} MB on disk")


if __name__ == "__main__":
    {"cost": cost, "totals": totals, "alerts": alerts, "notifications": notifications,
     "dashboards": dashboards, "memory": memory}[sys.argv[1]](*sys.argv[2:])
