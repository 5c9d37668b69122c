package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.ObjectNode;
import java.util.List;

/** A text with its tokens and what it means. An empty text, or one of comments only, means an empty object. */
final class Document {

    private final Source source;
    private final List<Token> tokens;
    private final ObjectNode root;
    private final List<Duplicate> duplicates;

    private Document(Source source, List<Token> tokens, ObjectNode root, List<Duplicate> duplicates) {
        this.source = source;
        this.tokens = tokens;
        this.root = root;
        this.duplicates = duplicates;
    }

    /**
     * Reads a text.
     *
     * @throws ConfigException if it is not JSON5
     */
    static Document parse(Source source) {
        List<Token> tokens = List.copyOf(Lexer.tokens(source));
        if (tokens.isEmpty()) {
            int end = source.text().length();
            return new Document(source, tokens, new ObjectNode(end, end, List.of()), List.of());
        }
        Grammar.check(source, tokens);
        Json5Reader reader = new Json5Reader(source, tokens);
        return new Document(source, tokens, reader.read(), reader.duplicates());
    }

    Source source() {
        return source;
    }

    String text() {
        return source.text();
    }

    List<Token> tokens() {
        return tokens;
    }

    ObjectNode root() {
        return root;
    }

    /** Returns the keys that are in their object already. */
    List<Duplicate> duplicates() {
        return duplicates;
    }

    /** Returns the index of the token that begins at an offset. */
    int tokenAt(int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == offset) {
                return i;
            }
        }
        throw new IllegalArgumentException("no token at offset " + offset);
    }

    /** Returns the index of the token that ends at an offset. */
    int tokenEndingAt(int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).end() == offset) {
                return i;
            }
        }
        throw new IllegalArgumentException("no token ends at offset " + offset);
    }
}
