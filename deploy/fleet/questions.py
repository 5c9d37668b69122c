#!/usr/bin/env python3
"""What deploy/fleet/run.sh asks of a running fleet. Each subcommand prints lines for a person."""
import glob
import json
import os
import re
import sys
import time
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


def first_fired(port):
    """Each alert that fired within the last hours: its labels, and when it first did, in seconds since 1970."""
    labels = "alertname, scope, window, namespace, cluster, instance, provider, model"
    text = f'min by ({labels}) (min_over_time(timestamp(ALERTS{{alertstate="firing"}})[3h:15s]))'
    for series in query(port, text)["data"]["result"]:
        yield series["metric"], float(series["value"][1])


def alerts(port, epoch):
    found = {}
    for labels, when in first_fired(port):
        key = labels["alertname"] + (" of a Gateway" if "scope" in labels else "")
        found.setdefault(key, []).append((when - float(epoch)) / 60)
    for name, minutes in sorted(found.items(), key=lambda item: min(item[1])):
        print(f"{min(minutes):5.1f}  {name}, {len(minutes)} of them")


def faults(port, epoch):
    found = {}
    for labels, when in first_fired(port):
        key = labels.get("namespace", ""), labels["alertname"]
        found[key] = min(found.get(key, when), when)
    for (fault, name), when in sorted(found.items()):
        print(f"{fault}: {name} after {(when - float(epoch)) / 60:.1f} min")


def notifications(port):
    groups = json.loads(fetch(f"http://127.0.0.1:{port}/api/v2/alerts/groups"))
    all_alerts = json.loads(fetch(f"http://127.0.0.1:{port}/api/v2/alerts"))
    silent = sum(alert["status"]["state"] == "suppressed" for alert in all_alerts)
    print(f"Alertmanager: {len(all_alerts)} alerts, {silent} of them inhibited, {len(groups)} groups")


RANGE = 900


def panels(nodes):
    for node in nodes:
        yield node
        yield from panels(node.get("panels", []))


def filled(text, step):
    text = re.sub(r"\$__rate_interval|\$\{__rate_interval\}", "4m", text)
    text = re.sub(r"\$__interval|\$\{__interval\}", f"{step}s", text)
    text = text.replace("$__range_s", str(RANGE)).replace("$__range", f"{RANGE}s")
    text = re.sub(r"\$\{latency_target\w*(:\w+)?\}|\$latency_target", "60", text)
    text = re.sub(r"vector\(\$\{?\w+\}?\)", "vector(50)", text)
    return re.sub(r"\$\{?\w+(:\w+)?\}?", ".*", text)  # All


def dashboards(folder, *stores):
    """Asks what Grafana asks with everything selected, over a quarter of an hour in as many points as of a day."""
    for store in stores:
        name, port = store.split("=")
        fleet = number(port, 'count(up{job="openclaw"})')
        asked, answered, refused, peaks = 0, 0, [], []
        for file in sorted(glob.glob(folder + "/*.json")):
            for panel in panels(json.load(open(file))["panels"]):
                for target in panel.get("targets", []):
                    step = max(1, RANGE // int(panel.get("maxDataPoints", 200)))
                    text = filled(target["expr"], step)
                    asked += 1
                    try:
                        response = query_panel(port, text, target.get("instant"), step)
                    except OSError as failure:
                        refused.append(f"{panel['title']}: {failure}: {text[:120]}")
                        continue
                    answered += bool(response["result"])
                    peaks.append((response.get("stats", {}).get("samples", {}).get("peakSamples", 0), panel["title"]))
        print(f"{name}: {asked} queries, {answered} with a result, {len(refused)} refused")
        if max(peaks)[0]:
            print(f"  most samples at once: {max(peaks)[0]:,} ({max(peaks)[1]}); in proportion, with 500 Gateways"
                  f" {max(peaks)[0] * 500 / fleet:,.0f} of 50,000,000")
        for line in refused[:5]:
            print("  " + " ".join(line.split()))


def query_panel(port, text, instant, step):
    if instant:
        return query(port, text, stats="all")["data"]
    now = int(time.time())
    parameters = urllib.parse.urlencode({"query": text, "start": now - RANGE, "end": now, "step": step, "stats": "all"})
    return json.loads(fetch(f"http://127.0.0.1:{port}/api/v1/query_range?{parameters}"))["data"]


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
    {"cost": cost, "totals": totals, "alerts": alerts, "notifications": notifications, "faults": faults,
     "dashboards": dashboards, "memory": memory}[sys.argv[1]](*sys.argv[2:])
