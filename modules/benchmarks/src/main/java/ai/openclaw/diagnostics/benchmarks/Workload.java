package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import java.nio.charset.StandardCharsets;

/**
 * Runs of agents as they reach an exporter: five labels and a duration. The strings are fresh copies every time, as they
 * are when they come out of JSON, and half of them have no hash yet.
 */
final class Workload {

    static final int TUPLES = 900;

    private static final String[] CHANNELS = {"telegram", "slack", "webchat", "cron", "discord"};
    private static final String[] OUTCOMES = {"completed", "error", "aborted"};
    private static final String[] PROVIDERS = {"anthropic", "openai", "google", "mistral", "groq", "xai"};
    private static final String[] TRIGGERS = {"user", "cron"};

    private final byte[][][] texts;
    private int next;

    private Workload(int tuples) {
        this.texts = new byte[tuples][][];
        for (int i = 0; i < tuples; i++) {
            String[] labels = tuple(i);
            texts[i] = new byte[labels.length][];
            for (int k = 0; k < labels.length; k++) {
                texts[i][k] = labels[k].getBytes(StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** Returns a workload of so many different tuples of labels, one for each thread. */
    static Workload of(int tuples) {
        return new Workload(tuples);
    }

    /** Returns the labels of one tuple: all are different. */
    static String[] tuple(int i) {
        return new String[] {
            CHANNELS[i % 5], "model-" + i / 180, OUTCOMES[i / 5 % 3], PROVIDERS[i / 15 % 6], TRIGGERS[i / 90 % 2]
        };
    }

    /** Returns a run of one tuple. */
    static RunCompleted run(int i) {
        String[] t = tuple(i);
        return RunCompleted.builder()
                .channel(t[0])
                .model(t[1])
                .outcome(t[2])
                .provider(t[3])
                .trigger(t[4])
                .durationMs(1000.0 * (i % 600))
                .build();
    }

    /** Returns the next run; tuples come in an order that no cache likes, durations over all buckets. */
    RunCompleted next() {
        int i = next++;
        byte[][] t = texts[(int) ((i * 2_654_435_761L & 0x7FFF_FFFF) % texts.length)];
        return RunCompleted.builder()
                .channel(copy(t[0], i))
                .model(copy(t[1], i + 1))
                .outcome(copy(t[2], i))
                .provider(copy(t[3], i + 1))
                .trigger(copy(t[4], i))
                .durationMs(milliseconds(i))
                .build();
    }

    @SuppressWarnings("deprecation") // the cheapest way to a new string
    private static String copy(byte[] text, int i) {
        String copy = new String(text, 0);
        if ((i & 1) == 0) {
            copy.hashCode();
        }
        return copy;
    }

    private static double milliseconds(int i) {
        return (i * 7919 & 0xFFFF) / 0.064;
    }
}
