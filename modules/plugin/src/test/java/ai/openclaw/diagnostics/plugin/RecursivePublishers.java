package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.RunCompleted;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * A program: publishers recurse until their stacks overflow, at another depth each, beside a scraper. Prints {@code exact}
 * if the exposition has every event that the recorder took, once, and no other.
 */
final class RecursivePublishers {

    private static final int RECURSIONS = 200;
    private static final int CHANNELS = 4096; // more than there may be series

    private static final DiagnosticsChannel CHANNEL = DiagnosticsChannel.create();
    private static final PrometheusExporter EXPORTER = PrometheusExporter.create();
    private static final RunCompleted RUN = RunCompleted.builder()
            .channel("telegram")
            .model("m")
            .outcome("completed")
            .provider("p")
            .trigger("user")
            .durationMs(12.5)
            .build();
    private static final DiagnosticEvent[] NEW_SERIES = IntStream.range(0, CHANNELS)
            .mapToObj(i -> MessageDeliveryStarted.builder()
                    .channel("channel-" + i)
                    .deliveryKind("text")
                    .build())
            .toArray(DiagnosticEvent[]::new);

    private static long runs; // counted without a call, after the recorder has returned
    private static long deliveries;
    private static int next;
    private static volatile boolean done;
    private static volatile long slowestScrape;

    private RecursivePublishers() {}

    public static void main(String[] arguments) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        CHANNEL.subscribe((event, provenance) -> {
            EXPORTER.recorder().onEvent(event, provenance);
            if (event == RUN) {
                runs++;
            } else {
                deliveries++;
            }
        });
        CHANNEL.publish(RUN, Provenance.INTERNAL);
        Thread scraper = new Thread(RecursivePublishers::scrape, "scraper");
        scraper.start();
        for (int i = 0; i < RECURSIONS; i++) {
            Thread publisher = new Thread(null, RecursivePublishers::overflow, "publisher", 300_000 + i * 37L);
            publisher.start();
            publisher.join();
        }
        done = true;
        scraper.join();
        check();
    }

    private static void overflow() {
        try {
            recurse();
        } catch (StackOverflowError expected) {
            // the next publisher follows
        }
    }

    private static int recurse() {
        CHANNEL.publish(RUN, Provenance.INTERNAL);
        if (next < CHANNELS) {
            CHANNEL.publish(NEW_SERIES[next++], Provenance.INTERNAL);
        }
        return recurse() + 1; // so that nothing turns it into a loop
    }

    private static void scrape() {
        while (!done) {
            long start = System.nanoTime();
            EXPORTER.exposition().text();
            slowestScrape = Math.max(slowestScrape, System.nanoTime() - start);
        }
    }

    private static void check() {
        String text = EXPORTER.exposition().text();
        boolean exact = sum(text, "openclaw_run_completed_total{") == runs
                && sum(text, "openclaw_run_duration_seconds_count{") == runs
                && sum(text, "openclaw_message_delivery_started_total{")
                                + sum(text, "openclaw_prometheus_series_dropped_total")
                        == deliveries
                && text.lines().distinct().count() == text.lines().count()
                && text.lines()
                                .filter(line -> line.startsWith("openclaw_message_delivery_started_total{"))
                                .count()
                        == 2048 - 2;
        System.out.printf(
                "%s: %d runs, %d deliveries, %d failures, slowest scrape %d ms%n",
                exact ? "exact" : "WRONG", runs, deliveries, CHANNEL.failures(), slowestScrape / 1_000_000);
    }

    private static long sum(String text, String prefix) {
        return text.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
