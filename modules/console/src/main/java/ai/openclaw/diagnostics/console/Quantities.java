package ai.openclaw.diagnostics.console;

import java.util.Locale;

/** Numbers as people read them. */
final class Quantities {

    private static final long KIBIBYTE = 1024;
    private static final long MEBIBYTE = 1 << 20;

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
        return bytes < MEBIBYTE
                ? Math.round(bytes / KIBIBYTE) + " KiB"
                : String.format(Locale.ROOT, bytes < 10 * MEBIBYTE ? "%.1f MiB" : "%.0f MiB", bytes / MEBIBYTE);
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
