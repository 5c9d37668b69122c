package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What is compared: something that records runs as a histogram of 16 bounds and a counter, and is scraped. */
interface Subject {

    /** The bounds of durations in seconds, the same for all. */
    double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600};

    /** Observes the duration and counts the run, both found by their label values. */
    void record(RunCompleted run);

    /** Sets a gauge with one label. */
    void gauge(String lane, double value);

    /** Observes one more histogram with one label. */
    void waited(String lane, double seconds);

    /** Writes the text format into a stream that starts empty and keeps its memory. */
    void scrape(ByteArrayOutputStream out) throws IOException;

    /** Returns how many tuples of five labels there are among so many series: each has a histogram and a counter. */
    static int tuples(int series) {
        return Math.round(series * 900 / 2048f);
    }

    /** Makes so many series: at 2,048 they are 1,000 histograms, 900 counters and 148 gauges. */
    static void fill(Subject subject, int series) {
        int tuples = tuples(series);
        for (int i = 0; i < tuples; i++) {
            subject.record(Workload.run(i));
        }
        for (int i = 0; i < series - 2 * tuples; i++) {
            if (i % 5 < 2) {
                subject.waited("lane-" + i, i % 60);
            } else {
                subject.gauge("lane-" + i, i);
            }
        }
    }
}
