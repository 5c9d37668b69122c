package ai.openclaw.diagnostics.policy;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds a repeated group of nothing but repetitions without bound, such as {@code (a+)+} or {@code (x+y*)*}: what makes
 * regular expressions explode, whether or not the engine at hand happens to survive a given one. A group with something
 * fixed between its repetitions, such as {@code ([a-z]+-)+}, is left to the trial by measurement.
 */
final class NestedRepetition {

    private final String pattern;
    private final Deque<Level> enclosing = new ArrayDeque<>();
    private Level level = new Level();
    private int at;

    /** What was seen since the last parenthesis that is still open. */
    private static final class Level {
        private boolean unbounded;
        private boolean fixed;
        private boolean earlierBranch;

        void nextBranch() {
            earlierBranch = isElastic();
            unbounded = false;
            fixed = false;
        }

        /** Tells whether some branch is made of unbounded repetitions alone. */
        boolean isElastic() {
            return earlierBranch || unbounded && !fixed;
        }
    }

    private NestedRepetition(String pattern) {
        this.pattern = pattern;
    }

    static boolean isIn(String pattern) {
        return new NestedRepetition(pattern).found();
    }

    private boolean found() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '(' -> open();
                case '|' -> level.nextBranch();
                case ')' -> {
                    if (close()) {
                        return true;
                    }
                }
                default -> atom(c);
            }
        }
        return false;
    }

    private void open() {
        enclosing.push(level);
        level = new Level();
        at += at < pattern.length() && pattern.charAt(at) == '?' ? 1 : 0; // (?: and its kind
    }

    /** Ends a group; true if it is elastic and repeated. */
    private boolean close() {
        boolean elastic = level.isElastic();
        level = enclosing.isEmpty() ? new Level() : enclosing.pop();
        if (elastic && isQuantified()) {
            return true;
        }
        level.unbounded |= elastic;
        if (!elastic) {
            quantify();
        }
        return false;
    }

    private void atom(char c) {
        if (c == '\\') {
            at++;
        } else if (c == '[') {
            skipClass();
        }
        quantify();
    }

    private void skipClass() {
        for (int depth = 1; depth > 0 && at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '[' -> depth++;
                case ']' -> depth--;
                default -> {}
            }
        }
    }

    private boolean isQuantified() {
        return at < pattern.length() && "*+{".indexOf(pattern.charAt(at)) >= 0;
    }

    /** Notes how the atom just read is repeated, and skips its quantifier with what makes it lazy or possessive. */
    private void quantify() {
        if (!isQuantified()) {
            level.fixed |= at >= pattern.length() || pattern.charAt(at) != '?';
            return;
        }
        int end = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : at;
        boolean unbounded = pattern.charAt(at) != '{' || end > 0 && pattern.charAt(end - 1) == ',';
        level.unbounded |= unbounded;
        level.fixed |= !unbounded;
        at = end < 0 ? pattern.length() : end + 1;
        at += at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0 ? 1 : 0;
    }
}
