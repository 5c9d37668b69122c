package ai.openclaw.diagnostics.preview;

import java.util.Locale;

/** The text of a picture. Coordinates are rounded to tenths, which is not visible. */
final class Svg {

    /** About how wide a letter is, for each unit of its size. */
    private static final double LETTER = 0.52;

    /** The size of text, and its colour {@link Colours#DIM}, where nothing else is said. */
    private static final double SIZE = 11;

    private final StringBuilder text = new StringBuilder();

    /** How a text is aligned to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Svg box(Box box, String fill, String stroke) {
        return add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" fill=\"%s\" stroke=\"%s\"/>\n",
                box.x(), box.y(), box.width(), box.height(), fill, stroke);
    }

    Svg cell(Box box, String fill) {
        return add(
                "<path d=\"M%s %sh%sv%sh-%sz\" fill=\"%s\"/>\n",
                box.x(), box.y(), box.width(), box.height(), box.width(), fill);
    }

    /** Draws a line along a path. */
    Svg line(String path, String stroke, String more) {
        return path.isEmpty() ? this : add("<path class=\"l\" d=\"%s\" stroke=\"%s\"%s/>\n", path, stroke, more);
    }

    /** Draws an area within a path, and its edge. */
    Svg area(String path, String fill, String stroke) {
        return path.isEmpty() ? this : add("<path d=\"%s\" fill=\"%s\" stroke=\"%s\"/>\n", path, fill, stroke);
    }

    /** Returns a path from one side to the other. */
    static String across(double x1, double x2, double y) {
        return "M" + number(x1) + ' ' + number(y) + 'H' + number(x2);
    }

    Svg words(double x, double y, double size, String fill, Anchor anchor, String words) {
        String where = anchor == Anchor.START ? "" : anchor == Anchor.END ? " class=\"e\"" : " class=\"m\"";
        String how = (size == SIZE ? "" : " font-size=\"" + number(size) + '"')
                + (fill.equals(Colours.DIM) ? "" : " fill=\"" + fill + '"');
        return add("<text x=\"%s\" y=\"%s\"%s%s>%s</text>\n", x, y, how, where, escaped(words));
    }

    /** Returns as much of a text as fits into this width. */
    static String fitting(String words, double width, double size) {
        int most = (int) Math.max(1, width / (size * LETTER));
        return words.length() <= most ? words : words.substring(0, Math.max(0, most - 1)) + "…";
    }

    /** Returns a number as a picture has it. */
    static String number(double value) {
        double tenths = Math.rint(value * 10) / 10;
        return tenths == Math.rint(tenths) ? String.valueOf((long) tenths) : String.valueOf(tenths);
    }

    private Svg add(String format, Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] instanceof Double number ? number(number) : values[i];
        }
        text.append(String.format(Locale.ROOT, format, values));
        return this;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Returns the whole picture. */
    String picture(double width, double height, String title) {
        String size = "width=\"" + number(width) + "\" height=\"" + number(height) + '"';
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + ' ' + number(height) + "\" "
                + size + " font-family=\"Inter,Helvetica,Arial,sans-serif\" font-size=\"" + number(SIZE) + "\" fill=\""
                + Colours.DIM + "\">\n<title>" + escaped(title)
                + "</title>\n<style>.m{text-anchor:middle}.e{text-anchor:end}.l{fill:none}</style>\n" + text
                + "</svg>\n";
    }
}
