package ai.openclaw.diagnostics.preview.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time range of a demo that is played faster than a clock. Queries are asked in the demo's time, and put so that a
 * Prometheus which knows the clock's time answers them: windows are shorter, and rates are that much lower.
 *
 * @param end the end of the range, by the clock
 * @param range its length, in the demo's time
 * @param speed how many times as fast the demo is played
 */
public record TimeLapse(Instant end, Duration range, double speed) {

    /** The time range of every picture, in the demo's time: what the dashboards show at first. */
    public static final Duration RANGE = Duration.ofHours(6);

    /** Into so many steps a range is cut. */
    public static final int STEPS = 96;

    /** The step that Grafana takes for six hours on the dashboards. */
    private static final String INTERVAL = "2m";

    private static final Duration SCRAPE_INTERVAL = Duration.ofSeconds(30);
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3600, "d", 86400);
    /** A range, the step of a subquery, or an offset. */
    private static final Pattern WINDOW = Pattern.compile("(?<=[\\[:]|offset )(\\d+)([smhd])(?![a-z])");

    private static final Pattern TIMESTAMP = Pattern.compile("\\btimestamp\\([^()]*\\)|\\btime\\(\\)");
    private static final Pattern RATE = Pattern.compile("\\brate\\(([^()]*)\\)");

    /** Returns a step, seconds by the clock. */
    double stepSeconds() {
        return range.toSeconds() / speed / STEPS;
    }

    /** Returns the beginning of the range, seconds since 1970 by the clock. */
    double startSeconds() {
        return endSeconds() - range.toSeconds() / speed;
    }

    /** Returns the end of the range, seconds since 1970 by the clock. */
    double endSeconds() {
        return end.toEpochMilli() / 1000.0;
    }

    /** Returns a query as it is to be asked, without Grafana's variables for time. */
    String query(String text) {
        long step = range.toSeconds() / STEPS;
        long rate = Math.max(SCRAPE_INTERVAL.toSeconds() * 4, step + SCRAPE_INTERVAL.toSeconds());
        String timed = text.replace("$__rate_interval", rate + "s")
                .replace("$__range_s", String.valueOf(range.toSeconds()))
                .replace("$__range", range.toSeconds() + "s")
                .replace("$__interval", INTERVAL);
        String shorter = WINDOW.matcher(timed).replaceAll(this::window);
        String longer = TIMESTAMP
                .matcher(shorter)
                .replaceAll(found -> Matcher.quoteReplacement("(" + speed + " * " + found.group() + ")"));
        return RATE.matcher(longer)
                .replaceAll(found -> Matcher.quoteReplacement("(rate(" + found.group(1) + ") / " + speed + ")"));
    }

    private String window(java.util.regex.MatchResult found) {
        int seconds = Integer.parseInt(found.group(1)) * SECONDS.getOrDefault(found.group(2), 1);
        return String.format(Locale.ROOT, "%dms", Math.round(seconds * 1000 / speed));
    }
}
