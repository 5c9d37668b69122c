package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.Node.ListNode;
import ai.openclaw.diagnostics.config.Node.Member;
import ai.openclaw.diagnostics.config.Node.ObjectNode;
import ai.openclaw.diagnostics.config.Node.ScalarNode;
import ai.openclaw.diagnostics.config.Token.Kind;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the nodes of a text: Jackson decodes, our tokens say where each value stands. */
final class Json5Reader {

    private static final JsonFactory JSON5 = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .build();

    private final Source source;
    private final List<Token> tokens;
    private final List<Duplicate> duplicates = new ArrayList<>();
    private int next;

    Json5Reader(Source source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens.stream()
                .filter(token -> token.kind() != Kind.COLON && token.kind() != Kind.COMMA)
                .toList();
    }

    ObjectNode read() {
        try (JsonParser parser = JSON5.createParser(source.text())) {
            parser.nextToken();
            ObjectNode root = object(parser, "");
            if (parser.nextToken() != null || next != tokens.size()) {
                throw notUnderstood();
            }
            return root;
        } catch (IOException e) {
            throw notUnderstood(); // without the cause, whose message quotes the file
        }
    }

    List<Duplicate> duplicates() {
        return List.copyOf(duplicates);
    }

    private ConfigException notUnderstood() {
        Token last = tokens.get(Math.min(next, tokens.size() - 1));
        return new ConfigException(source.at(last.start()) + ": not JSON5: the reader does not understand this");
    }

    private Node value(JsonParser parser, String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> list(parser, path);
            default -> scalar(parser);
        };
    }

    private ObjectNode object(JsonParser parser, String path) throws IOException {
        int start = take().start();
        List<Member> members = new ArrayList<>();
        Map<String, Token> seen = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Token keyToken = take();
            String key = parser.currentName();
            String here = Paths.join(path, key);
            parser.nextToken();
            Node value = value(parser, here);
            Token first = seen.putIfAbsent(key, keyToken);
            if (first == null) {
                members.add(new Member(key, keyToken.start(), value));
            } else {
                duplicates.add(new Duplicate(keyToken.start(), here, source.line(first.start())));
            }
        }
        return new ObjectNode(start, take().end(), List.copyOf(members));
    }

    private ListNode list(JsonParser parser, String path) throws IOException {
        int start = take().start();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, Paths.item(path, items.size())));
        }
        return new ListNode(start, take().end(), List.copyOf(items));
    }

    private ScalarNode scalar(JsonParser parser) throws IOException {
        Object value = decoded(parser);
        Token token = take();
        return new ScalarNode(token.start(), token.end(), value);
    }

    private static @Nullable Object decoded(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
            default -> parser.isNaN() ? (Object) parser.getDoubleValue() : parser.getDecimalValue();
        };
    }

    private Token take() {
        return tokens.get(next++);
    }
}
