package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Format;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.ParsedHeaderValues;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.OptionalDouble;

/** In which format and encoding a scraper wants its body. */
record NegotiatedFormat(Format format, Encoding encoding) {

    /**
     * Returns what the request's {@code Accept} and {@code Accept-Encoding} ask for (RFC 9110, section 12.5): OpenMetrics
     * and gzip where they are wanted more than the alternative, else text as it is. A scraper who accepts neither format
     * gets text all the same: an answer that it may understand is better than none.
     */
    static NegotiatedFormat of(RoutingContext context) {
        ParsedHeaderValues headers = context.parsedHeaders();
        return new NegotiatedFormat(format(headers.accept()), encoding(headers.acceptEncoding()));
    }

    private static Format format(List<MIMEHeader> accepted) {
        double openMetrics = weight(accepted, "application", "openmetrics-text", "1.0.0");
        return openMetrics > weight(accepted, "text", "plain", "0.0.4") ? Format.OPEN_METRICS : Format.TEXT;
    }

    /** The most specific range that covers the type decides. */
    private static double weight(List<MIMEHeader> accepted, String type, String subtype, String version) {
        double weight = 0;
        int best = 0;
        for (MIMEHeader range : accepted) {
            int specific = specificity(range, type, subtype, version);
            if (specific > best || specific == best && specific > 0 && range.weight() > weight) {
                best = specific;
                weight = range.weight();
            }
        }
        return weight;
    }

    private static int specificity(MIMEHeader range, String type, String subtype, String version) {
        if (range.component().equals("*")) {
            return 1;
        }
        if (!range.component().equalsIgnoreCase(type)) {
            return 0;
        }
        if (range.subComponent().equals("*")) {
            return 2;
        }
        String asked = range.parameter("version");
        boolean same = range.subComponent().equalsIgnoreCase(subtype) && (asked == null || asked.equals(version));
        return !same ? 0 : asked == null ? 3 : 4;
    }

    private static Encoding encoding(List<ParsedHeaderValue> accepted) {
        double gzip = weight(accepted, "gzip").orElse(weight(accepted, "*").orElse(0));
        double identity = weight(accepted, "identity").orElse(0);
        return gzip > 0 && gzip >= identity ? Encoding.GZIP : Encoding.IDENTITY;
    }

    private static OptionalDouble weight(List<ParsedHeaderValue> accepted, String coding) {
        return accepted.stream()
                .filter(it -> it.value().equalsIgnoreCase(coding))
                .mapToDouble(ParsedHeaderValue::weight)
                .max();
    }
}
