package ai.openclaw.diagnostics.console;

import java.util.Locale;

/** Numbers as people read them. */
final class Quantities {

    private static final long KIBIBYTE = 1024;
    private static final long MEBIBYTE = 1 << 20;
    private static final long GIBIBYTE = 1 << 30;
    private static final long MANY_GIBIBYTES = 10 * GIBIBYTE;

    private Quantities() {}

    /** Returns a duration in its two largest units. */
    static String duration(double ms) {
        long seconds = (long) (ms / 1000);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds < 86_400
                ? seconds / 3600 + " h " + seconds % 3600 / 60 + " min"
                : seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }

    /** Returns a size in the unit that suits it. */
    static String bytes(double bytes) {
        if (bytes < KIBIBYTE) {
            return (long) bytes + " B";
        }
        if (bytes < MEBIBYTE) {
            return Math.round(bytes / KIBIBYTE) + " KiB";
        }
        return bytes < MANY_GIBIBYTES ? decimal(bytes / MEBIBYTE) + " MiB" : decimal(bytes / GIBIBYTE) + " GiB";
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.1f" : "%.0f", number);
    }

    /** Returns a count, whole. */
    static String count(double count) {
        return String.valueOf((long) count);
    }

    /** Returns a share of one in percent. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
