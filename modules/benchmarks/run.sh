#!/bin/sh
# Measures everything and writes docs/performance.md with its charts. Takes some twenty minutes; nothing else should run.
# usage: modules/benchmarks/run.sh [FOLDER FOR RESULTS]
set -eu
home=$(cd "$(dirname "$0")/../.." && pwd)
results=${1:-$home/modules/benchmarks/target/results}
jar=$home/modules/benchmarks/target/benchmarks.jar
mkdir -p "$results"

(cd "$home" && mvn -q -B -Pbenchmarks -DskipTests -pl modules/benchmarks -am package)

jmh() { # name, then arguments
    name=$1
    shift
    java -jar "$jar" "$@" -wi 3 -i 5 -w 1s -r 1s -prof gc -foe true -rf json -rff "$results/$name.json"
}
jmh record 'RecordBenchmark' -f 2
jmh parts 'PartsBenchmark' -f 2
jmh scrape-2048 'ScrapeBenchmark' -p series=2048 -f 2
jmh scrape-growth 'ScrapeBenchmark.(identity|gzip|copy|peer)' -p series=256,20480 -p changed=100 -f 1
jmh line 'LineBenchmark' -f 2
jmh policy 'PolicyBenchmark' -f 1
java -cp "$jar" ai.openclaw.diagnostics.benchmarks.LoadTest "$results/load.json" 5
java -cp "$jar" ai.openclaw.diagnostics.benchmarks.MemoryOfAFullStore >"$results/memory.json"
(cd "$home" && mvn -B -ntp -pl modules/cli -am verify -Dstart.runs=20 -Dtest=NoSuchTest -Dit.test=StartUpIT \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false) |
    grep 'from start to first scrape' >"$results/start.txt"
java -cp "$jar" ai.openclaw.diagnostics.benchmarks.PerformancePage "$results" "$home/docs"
