package ai.openclaw.diagnostics.otlp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}: a number of seconds or a date. */
final class RetryAfter {

    /** What a response says that does not have the header, or has something else in it. */
    static final long ABSENT = -1;

    private RetryAfter() {}

    /** Returns how many milliseconds to wait, {@link #ABSENT} if the text is null or neither of the two. */
    static long parse(@Nullable String text, Instant now) {
        if (text == null) {
            return ABSENT;
        }
        if (text.matches("[0-9]{1,9}")) {
            return 1_000 * Long.parseLong(text);
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.max(0, date.toEpochMilli() - now.toEpochMilli());
        } catch (DateTimeException neither) {
            return ABSENT;
        }
    }
}
