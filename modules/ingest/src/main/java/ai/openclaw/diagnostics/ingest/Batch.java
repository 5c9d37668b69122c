package ai.openclaw.diagnostics.ingest;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say about its body.
 *
 * @param stream the sender's name for one life of it, 1 to 64 of {@code [A-Za-z0-9-]}
 * @param number 1 for the first batch of a stream, then one more each
 * @param gzip whether the body is compressed
 * @param droppedBySender how many events the sender could not keep so far; 0 if it does not say
 */
record Batch(String stream, long number, boolean gzip, long droppedBySender) {

    private static final Pattern STREAM = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Set<String> TYPES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/json", "text/plain");

    /** @throws IngestException with 400 or 415 if a header is missing or not what it should be */
    static Batch of(MultiMap headers) {
        String type = bare(headers.get("Content-Type"));
        if (!type.isEmpty() && !TYPES.contains(type)) {
            throw new IngestException(415, "Content-Type must be application/x-ndjson.");
        }
        String encoding = bare(headers.get("Content-Encoding"));
        if (!encoding.isEmpty() && !encoding.equals("identity") && !encoding.equals("gzip")) {
            throw new IngestException(415, "Content-Encoding must be gzip or absent.");
        }
        String stream = headers.get("X-Stream-Id");
        if (stream == null || !STREAM.matcher(stream).matches()) {
            throw new IngestException(400, "X-Stream-Id must be 1 to 64 characters of A-Z, a-z, 0-9 and -.");
        }
        long number = number(headers.get("X-Batch"));
        if (number < 1) {
            throw new IngestException(400, "X-Batch must be a number from 1 on that grows by one.");
        }
        return new Batch(stream, number, encoding.equals("gzip"), Math.max(0, number(headers.get("X-Dropped-Events"))));
    }

    private static String bare(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    }
}
