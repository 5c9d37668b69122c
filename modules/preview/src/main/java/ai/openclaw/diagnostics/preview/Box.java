package ai.openclaw.diagnostics.preview;

/**
 * A rectangle on a picture.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width its width
 * @param height its height
 */
record Box(double x, double y, double width, double height) {

    /** Returns what is left of it inside these margins. */
    Box inside(double left, double top, double right, double bottom) {
        return new Box(x + left, y + top, width - left - right, height - top - bottom);
    }

    /** Returns one of several boxes of the same width beside each other. */
    Box column(int index, int count) {
        return new Box(x + width * index / count, y, width / count, height);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }
}
