package ai.openclaw.diagnostics.config;

/**
 * A key that is in its object already.
 *
 * @param offset where it is
 * @param path its path
 * @param firstLine the line of the first one
 */
record Duplicate(int offset, String path, int firstLine) {

    boolean isBelow(String other) {
        return path.startsWith(other + ".");
    }

    boolean isAtOrBelow(String other) {
        return path.equals(other) || isBelow(other) || path.startsWith(other + "[");
    }

    Problem problem() {
        return new Problem(offset, Paths.cut(path) + ": given twice, first in line " + firstLine);
    }
}
