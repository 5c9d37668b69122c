package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One event from a line of JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LineBenchmark {

    private static final int LINES = 256;

    private final JsonFactory factory = new JsonFactory();
    private final PrometheusExporter exporter = PrometheusExporter.create();
    private final EventDecoder decoder = EventDecoder.create(Rejections.create());
    private final byte[][] lines = lines();
    private int next;

    private static byte[][] lines() {
        byte[][] lines = new byte[LINES][];
        for (int i = 0; i < LINES; i++) {
            String[] t = Workload.tuple(i);
            String line = "{\"event\":{\"type\":\"run.completed\",\"ts\":1769000000000,\"runId\":\"r-" + i
                    + "\",\"channel\":\"" + t[0] + "\",\"model\":\"" + t[1] + "\",\"outcome\":\"" + t[2]
                    + "\",\"provider\":\"" + t[3] + "\",\"trigger\":\"" + t[4] + "\",\"durationMs\":" + 17 * i
                    + "},\"metadata\":{\"trusted\":false,\"internal\":true}}";
            lines[i] = line.getBytes(StandardCharsets.UTF_8);
        }
        return lines;
    }

    private byte[] line() {
        return lines[next++ & LINES - 1];
    }

    /** Parsed, decoded and recorded. */
    @Benchmark
    public void recorded() {
        byte[] line = line();
        decoder.decode(line, 0, line.length).ifPresent(it -> exporter.recorder().onEvent(it.event(), it.provenance()));
    }

    /** The limit: parsed, and every string that the event has taken out. */
    @Benchmark
    public int parsed() throws IOException {
        int length = 0;
        try (JsonParser parser = factory.createParser(line())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    length += token.isNumeric()
                            ? (int) parser.getDoubleValue()
                            : parser.getText().length();
                }
            }
        }
        return length;
    }
}
