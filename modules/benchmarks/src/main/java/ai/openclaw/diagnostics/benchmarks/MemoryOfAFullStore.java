package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.http.exposition.Encoding;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;

/** Weighs a full store with its exposition, after a scrape as Prometheus makes it, and prints the result as JSON. */
public final class MemoryOfAFullStore {

    private static final int SERIES = 2048;

    private MemoryOfAFullStore() {}

    /** Weighs and prints. */
    public static void main(String[] arguments) {
        fill().render(Encoding.GZIP); // classes and tables are not the store's
        long before = used();
        OpenClawSubject subject = fill();
        long store = used();
        int plain = subject.render(Encoding.IDENTITY).length();
        long withBoth = used();
        System.out.println(new JsonObject()
                .put("storeBytes", store - before)
                .put("withExpositionBytes", withBoth - before)
                .put("bodyBytes", plain)
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("alive", subject.render(Encoding.GZIP).length() > 0)
                .encodePrettily());
    }

    private static OpenClawSubject fill() {
        OpenClawSubject subject = new OpenClawSubject(SERIES);
        Subject.fill(subject, SERIES);
        return subject;
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
