package ai.openclaw.diagnostics.http.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of programs that scrape, told apart by {@code User-Agent}: a closed set, since that header may be anything. */
public enum ClientKind {
    PROMETHEUS("prometheus/"),
    VICTORIA_METRICS("vm_promscrape", "victoriametrics"),
    GRAFANA("grafana", "alloy/"),
    OTEL_COLLECTOR("otelcol", "opentelemetry"),
    CURL("curl/", "wget/"),
    BROWSER("mozilla/"),
    OTHER,
    /** The request has no such header. */
    NONE;

    private final List<String> marks;

    ClientKind(String... marks) {
        this.marks = List.of(marks);
    }

    /** Returns the kind of a client; looks at the first 200 characters. */
    static ClientKind of(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return NONE;
        }
        String start = userAgent.substring(0, Math.min(200, userAgent.length())).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.marks.stream().anyMatch(start::contains))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns the name in lower case, with dashes. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
