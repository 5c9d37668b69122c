package ai.openclaw.diagnostics.json5;

import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.Element;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.List;

/** Adds elements to an object or array of a text, and removes them. */
final class ContainerEdit {

    private final String text;
    private final Style style;
    private final int open;
    private final int close;
    private final List<? extends Element> elements;
    private final boolean isList;

    private ContainerEdit(Json5Document document, Json5Value container, List<? extends Element> elements) {
        this.text = document.text();
        this.style = Style.of(document);
        this.open = container.start();
        this.close = container.end() - 1;
        this.elements = elements;
        this.isList = container instanceof ArrayValue;
    }

    static ContainerEdit of(Json5Document document, ObjectValue object) {
        return new ContainerEdit(document, object, object.members());
    }

    static ContainerEdit of(Json5Document document, ArrayValue array) {
        return new ContainerEdit(document, array, array.items());
    }

    /** Returns the text with an element at the end of this container. */
    String add(Insertion element) {
        TextEdits edits = new TextEdits();
        if (elements.isEmpty()) {
            addFirst(edits, element);
        } else {
            addLast(edits, element);
        }
        return edits.applyTo(text);
    }

    private void addFirst(TextEdits edits, Insertion element) {
        int lineBreak = LineScanner.lastBreak(text, open + 1, close);
        boolean commented = !text.substring(open + 1, close).isBlank();
        String outer = LineScanner.indentation(text, open);
        String line =
                outer + style.unit() + element.inLines(style, outer + style.unit()) + comma(style.trailingCommas());
        if (commented && lineBreak >= 0) {
            edits.insert(lineBreak, line + style.lineEnd());
        } else if (commented) {
            boolean spaced = Character.isWhitespace(text.charAt(close - 1));
            edits.insert(close, (spaced ? "" : " ") + element.inline(style) + " ");
        } else if (isList && lineBreak < 0) {
            edits.replace(open + 1, close, element.inline(style));
        } else {
            edits.replace(open + 1, close, style.lineEnd() + line + style.lineEnd() + outer);
        }
    }

    private void addLast(TextEdits edits, Insertion element) {
        Element last = elements.get(elements.size() - 1);
        boolean trailing = last.comma() != Json5Value.NO_COMMA;
        int beforeClose = trailing ? last.comma() + 1 : last.end();
        int lineBreak = LineScanner.lastBreak(text, beforeClose, close);
        boolean inLines = LineScanner.isFirst(text, last.start());
        String indentation = inLines
                ? LineScanner.indentation(text, last.start())
                : LineScanner.indentation(text, close) + style.unit();
        if (!trailing) {
            edits.insert(last.end(), ",");
        }
        if (lineBreak >= 0) {
            String line = indentation + element.inLines(style, indentation) + comma(trailing) + style.lineEnd();
            edits.insert(lineBreak, line);
        } else if (inLines) {
            String line = style.lineEnd() + indentation + element.inLines(style, indentation) + comma(trailing);
            edits.insert(beforeClose, line);
        } else {
            edits.insert(beforeClose, " " + element.inline(style) + comma(trailing));
        }
    }

    private static String comma(boolean wanted) {
        return wanted ? "," : "";
    }

    /** Returns the text without an element and its comma, and without the line that it leaves empty. */
    String remove(int index) {
        TextEdits edits = new TextEdits();
        Element element = elements.get(index);
        int comma = element.comma();
        int previousComma = index == 0 ? open : elements.get(index - 1).comma();
        int end = element.end();
        if (comma != Json5Value.NO_COMMA && text.substring(end, comma).isBlank()) {
            end = comma + 1;
        } else if (comma != Json5Value.NO_COMMA) {
            edits.delete(comma, comma + 1);
        } else if (index > 0) {
            edits.delete(previousComma, previousComma + 1);
        }
        deleteWithBlanks(edits, element.start(), end, previousComma + 1);
        return edits.applyTo(text);
    }

    private void deleteWithBlanks(TextEdits edits, int start, int end, int previousEnd) {
        int afterBlanks = LineScanner.skipBlanks(text, end);
        int afterLine = LineScanner.skipEnd(text, afterBlanks);
        boolean first = LineScanner.isFirst(text, start);
        if (first && afterLine > afterBlanks) {
            edits.delete(LineScanner.begin(text, start), afterLine);
        } else if (!first && text.substring(previousEnd, start).isBlank() && afterBlanks == close) {
            edits.delete(previousEnd, previousEnd == open + 1 ? close : end);
        } else {
            edits.delete(start, afterBlanks == close ? end : afterBlanks);
        }
    }
}
