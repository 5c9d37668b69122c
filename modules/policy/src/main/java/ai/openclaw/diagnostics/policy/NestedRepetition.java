package ai.openclaw.diagnostics.policy;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds a repetition without bound inside a group that is itself repeated, such as {@code (a+)+}: what makes regular
 * expressions explode, whether or not the engine at hand happens to survive a given one.
 */
final class NestedRepetition {

    private final String pattern;
    private final Deque<Boolean> enclosing = new ArrayDeque<>();
    private boolean unboundedHere;
    private int at;

    private NestedRepetition(String pattern) {
        this.pattern = pattern;
    }

    static boolean isIn(String pattern) {
        return new NestedRepetition(pattern).found();
    }

    private boolean found() {
        while (at < pattern.length()) {
            boolean unboundedGroup = skipAtom();
            if (isRepeated()) {
                if (unboundedGroup) {
                    return true;
                }
                unboundedHere |= isUnbounded();
                skipQuantifier();
            }
        }
        return false;
    }

    /** Skips an atom, or the parenthesis that opens a group; true after a group that holds an unbounded repetition. */
    private boolean skipAtom() {
        switch (pattern.charAt(at++)) {
            case '\\' -> at++;
            case '[' -> skipClass();
            case '(' -> {
                enclosing.push(unboundedHere);
                unboundedHere = false;
                at += at < pattern.length() && pattern.charAt(at) == '?' ? 1 : 0; // (?: and its kind
            }
            case ')' -> {
                boolean unboundedGroup = unboundedHere;
                unboundedHere |= !enclosing.isEmpty() && enclosing.pop();
                return unboundedGroup;
            }
            default -> {}
        }
        return false;
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

    private boolean isRepeated() {
        return at < pattern.length() && "*+{".indexOf(pattern.charAt(at)) >= 0;
    }

    private boolean isUnbounded() {
        if (pattern.charAt(at) != '{') {
            return true;
        }
        int end = pattern.indexOf('}', at);
        return end > 0 && pattern.charAt(end - 1) == ',';
    }

    /** Skips the quantifier and what makes it lazy or possessive. */
    private void skipQuantifier() {
        int end = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : at;
        at = end < 0 ? pattern.length() : end + 1;
        if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
    }
}
