package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.ListNode;
import ai.openclaw.diagnostics.config.Node.ObjectNode;
import ai.openclaw.diagnostics.config.Token.Kind;
import java.util.List;

/** An object or list in a text, to which elements are added and from which they are removed. */
final class Container {

    /** Where an element stands: from its key, if it has one, to the end of its value. */
    record Span(int start, int end) {}

    private final Document document;
    private final String text;
    private final Style style;
    private final int open;
    private final int close;
    private final List<Span> elements;
    private final boolean isList;

    private Container(Document document, Node node, List<Span> elements) {
        this.document = document;
        this.text = document.text();
        this.style = Style.of(document);
        this.open = node.start();
        this.close = node.end() - 1;
        this.elements = elements;
        this.isList = node instanceof ListNode;
    }

    static Container of(Document document, ObjectNode object) {
        List<Span> members = object.members().stream()
                .map(member -> new Span(member.keyStart(), member.value().end()))
                .toList();
        return new Container(document, object, members);
    }

    static Container of(Document document, ListNode list) {
        List<Span> items = list.items().stream()
                .map(item -> new Span(item.start(), item.end()))
                .toList();
        return new Container(document, list, items);
    }

    /** Returns the text with an element at the end of this container. */
    String add(Addition element) {
        Splices splices = new Splices();
        if (elements.isEmpty()) {
            addFirst(splices, element);
        } else {
            addLast(splices, element);
        }
        return splices.applyTo(text);
    }

    private void addFirst(Splices splices, Addition element) {
        int lineBreak = Lines.lastBreak(text, open + 1, close);
        boolean commented = !text.substring(open + 1, close).isBlank();
        String outer = Lines.indentation(text, open);
        String line =
                outer + style.unit() + element.inLines(style, outer + style.unit()) + comma(style.trailingCommas());
        if (commented && lineBreak >= 0) {
            splices.insert(lineBreak, line + style.lineEnd());
        } else if (commented) {
            boolean spaced = Character.isWhitespace(text.charAt(close - 1));
            splices.insert(close, (spaced ? "" : " ") + element.inline(style) + " ");
        } else if (isList && lineBreak < 0) {
            splices.replace(open + 1, close, element.inline(style));
        } else {
            splices.replace(open + 1, close, style.lineEnd() + line + style.lineEnd() + outer);
        }
    }

    private void addLast(Splices splices, Addition element) {
        Span last = elements.get(elements.size() - 1);
        Token beforeClose = document.tokens().get(document.tokenAt(close) - 1);
        boolean trailing = beforeClose.kind() == Kind.COMMA;
        int lineBreak = Lines.lastBreak(text, beforeClose.end(), close);
        boolean inLines = Lines.isFirst(text, last.start());
        String indentation =
                inLines ? Lines.indentation(text, last.start()) : Lines.indentation(text, close) + style.unit();
        if (!trailing) {
            splices.insert(last.end(), ",");
        }
        if (lineBreak >= 0) {
            String line = indentation + element.inLines(style, indentation) + comma(trailing) + style.lineEnd();
            splices.insert(lineBreak, line);
        } else if (inLines) {
            String line = style.lineEnd() + indentation + element.inLines(style, indentation) + comma(trailing);
            splices.insert(beforeClose.end(), line);
        } else {
            splices.insert(beforeClose.end(), " " + element.inline(style) + comma(trailing));
        }
    }

    private static String comma(boolean wanted) {
        return wanted ? "," : "";
    }

    /** Returns the text without an element and its comma, and without the line that it leaves empty. */
    String remove(int index) {
        Splices splices = new Splices();
        Span element = elements.get(index);
        Token next = document.tokens().get(document.tokenEndingAt(element.end()) + 1);
        Token previous = document.tokens().get(document.tokenAt(element.start()) - 1);
        int end = element.end();
        if (next.kind() == Kind.COMMA && text.substring(end, next.start()).isBlank()) {
            end = next.end();
        } else if (next.kind() == Kind.COMMA) {
            splices.delete(next.start(), next.end());
        } else if (previous.kind() == Kind.COMMA) {
            splices.delete(previous.start(), previous.end());
        }
        deleteWithBlanks(splices, element.start(), end, previous.end());
        return splices.applyTo(text);
    }

    private void deleteWithBlanks(Splices splices, int start, int end, int previousEnd) {
        int afterBlanks = Lines.skipBlanks(text, end);
        int afterLine = Lines.skipEnd(text, afterBlanks);
        boolean first = Lines.isFirst(text, start);
        if (first && afterLine > afterBlanks) {
            splices.delete(Lines.begin(text, start), afterLine);
        } else if (!first && text.substring(previousEnd, start).isBlank() && afterBlanks == close) {
            splices.delete(previousEnd, previousEnd == open + 1 ? close : end);
        } else {
            splices.delete(start, afterBlanks == close ? end : afterBlanks);
        }
    }
}
