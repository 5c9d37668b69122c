package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.policy.LabelPolicy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One value that the policy has never seen, from the ordinary to the worst. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PolicyBenchmark {

    /** The value. */
    @Param({
        "gpt-5.4",
        "claude-sonnet-4-5-20250929",
        "openai/gpt-5.4",
        "sk-proj-0123456789abcdef",
        "3f0c9f0e-aaaa-4bbb-8ccc-0123456789ab",
        "A: x 60",
        "x- x 60",
        "sk_ x 40",
        "white space x 1000",
        "one MiB"
    })
    public String value;

    private final LabelPolicy policy = LabelPolicy.standard();
    private String text = "";

    /** Writes out what is said in short. */
    @Setup
    public void write() {
        text = switch (value) {
            case "A: x 60" -> "A:".repeat(60);
            case "x- x 60" -> "x-".repeat(60);
            case "sk_ x 40" -> "sk_".repeat(40);
            case "white space x 1000" -> " ".repeat(999) + "a";
            case "one MiB" -> "a".repeat(1 << 20);
            default -> value;
        };
    }

    /** An ordinary label. */
    @Benchmark
    public String label() {
        return policy.admit(text, "unknown");
    }

    /** The label lane. */
    @Benchmark
    public String lane() {
        return policy.admitLane(text, "unknown");
    }
}
