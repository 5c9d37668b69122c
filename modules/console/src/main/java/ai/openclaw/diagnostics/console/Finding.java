package ai.openclaw.diagnostics.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check the check's name
 * @param text what there is, in a sentence without its full stop; never a secret
 * @param remedy what to do about it, null if nothing
 * @param repair does it, null if only a person can
 */
public record Finding(
        String check,
        Level level,
        String text,
        @Nullable String remedy,
        @Nullable Repair repair) {

    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** It was not, and was repaired. */
        FIXED,
        /** Could not be examined, since something else is missing. */
        SKIPPED,
        /** Works, but should be looked at. */
        WARNING,
        /** Does not work, or is not safe. */
        FAILURE;

        /** Returns the level in a word. */
        String word() {
            return switch (this) {
                case OK -> "ok";
                case FIXED -> "fixed";
                case SKIPPED -> "skip";
                case WARNING -> "warn";
                case FAILURE -> "FAIL";
            };
        }
    }

    /** Mends what a check found. */
    @FunctionalInterface
    public interface Repair {
        void run() throws IOException;
    }

    static Finding ok(String check, String text) {
        return new Finding(check, Level.OK, text, null, null);
    }

    static Finding skipped(String check, String text) {
        return new Finding(check, Level.SKIPPED, text, null, null);
    }

    static Finding warning(String check, String text, String remedy) {
        return new Finding(check, Level.WARNING, text, remedy, null);
    }

    static Finding failure(String check, String text, String remedy) {
        return new Finding(check, Level.FAILURE, text, remedy, null);
    }

    /** Returns it with what mends it. */
    Finding repairedBy(Repair mends) {
        return new Finding(check, level, text, remedy, mends);
    }

    /** Returns it as repaired. */
    Finding fixed(String now) {
        return new Finding(check, Level.FIXED, now, null, null);
    }

    /** Returns it with a reason why the repair did not work. */
    Finding notFixed(String reason) {
        return new Finding(check, Level.FAILURE, text + "; the repair failed: " + reason, remedy, null);
    }
}
