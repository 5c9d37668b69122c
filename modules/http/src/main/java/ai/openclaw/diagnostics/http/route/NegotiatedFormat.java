package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Format;
import ai.openclaw.diagnostics.http.exposition.Formats;
import ai.openclaw.diagnostics.http.exposition.MediaType;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.ParsedHeaderValues;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** In which format and encoding a scraper wants its body. */
record NegotiatedFormat(Format format, Encoding encoding) {

    /**
     * Returns what the request's {@code Accept} and {@code Accept-Encoding} ask for (RFC 9110, section 12.5): of the formats
     * that are wanted most the first one of {@link Formats#ALL}, and gzip where it is wanted no less than the alternative.
     * A scraper that accepts no format gets the first all the same: a response that it may understand is better than none.
     */
    static NegotiatedFormat of(RoutingContext context) {
        ParsedHeaderValues headers = context.parsedHeaders();
        return new NegotiatedFormat(format(headers.accept()), encoding(headers.acceptEncoding()));
    }

    private static Format format(List<MIMEHeader> accepted) {
        Format best = Formats.ALL.get(0);
        for (Format format : Formats.ALL) {
            if (weight(accepted, format.mediaType()) > weight(accepted, best.mediaType())) {
                best = format;
            }
        }
        return best;
    }

    /** The most specific range that covers the type decides. */
    private static double weight(List<MIMEHeader> accepted, MediaType type) {
        double weight = 0;
        int best = 0;
        for (MIMEHeader range : accepted) {
            int specific = specificity(range, type);
            if (specific > best || specific == best && specific > 0 && range.weight() > weight) {
                best = specific;
                weight = range.weight();
            }
        }
        return weight;
    }

    private static int specificity(MIMEHeader range, MediaType type) {
        if (range.component().equals("*")) {
            return 1;
        }
        if (!range.component().equalsIgnoreCase(type.type())) {
            return 0;
        }
        if (range.subComponent().equals("*")) {
            return 2;
        }
        return range.subComponent().equalsIgnoreCase(type.subtype()) ? specificity(range, type.parameters()) : 0;
    }

    private static int specificity(MIMEHeader range, Map<String, String> parameters) {
        int specificity = 3;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String asked = range.parameter(parameter.getKey());
            if (asked != null && !asked.equals(parameter.getValue())) {
                return 0;
            }
            specificity += asked == null ? 0 : 1;
        }
        return specificity;
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
