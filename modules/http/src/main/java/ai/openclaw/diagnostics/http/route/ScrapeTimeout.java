package ai.openclaw.diagnostics.http.route;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** How long a scraper waits, which Prometheus says in a header with every scrape. */
final class ScrapeTimeout {

    private static final String HEADER = "X-Prometheus-Scrape-Timeout-Seconds";

    /** For a scraper who does not say, such as a person with curl on a slow line. */
    private static final double DEFAULT_SECONDS = 60;

    private static final double MAX_SECONDS = 300;

    private ScrapeTimeout() {}

    /** Returns how many milliseconds to work for this request, at least 1. */
    static long ofMillis(HttpServerRequest request) {
        return (long) Math.max(1, 1000 * seconds(request.getHeader(HEADER)));
    }

    private static double seconds(@Nullable String header) {
        try {
            double seconds = header == null ? DEFAULT_SECONDS : Double.parseDouble(header);
            return seconds > 0 ? Math.min(seconds, MAX_SECONDS) : DEFAULT_SECONDS; // NaN is not above 0
        } catch (NumberFormatException e) {
            return DEFAULT_SECONDS;
        }
    }
}
