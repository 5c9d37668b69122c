/**
 * What the exporter costs, beside the libraries that people would use instead and beside plain limits, on the same data in
 * the same run.
 *
 * <p><b>Start here:</b> {@code modules/benchmarks/run.sh} runs everything and writes {@code docs/performance.md}.
 * {@link ai.openclaw.diagnostics.benchmarks.RecordBenchmark} and
 * {@link ai.openclaw.diagnostics.benchmarks.ScrapeBenchmark} are the main ones for JMH;
 * {@link ai.openclaw.diagnostics.benchmarks.LoadTest} scrapes over sockets.
 * {@link ai.openclaw.diagnostics.benchmarks.OtlpBenchmark} and {@link ai.openclaw.diagnostics.benchmarks.FirstExport} measure
 * the push exporter; their numbers are in {@code docs/otlp.md}.
 *
 * <p><b>Threads:</b> those of JMH, and of the load test.
 *
 * <p><b>Not here:</b> gates. The build holds allocation and ratios against limits in its tests.
 */
package ai.openclaw.diagnostics.benchmarks;
