package ai.openclaw.diagnostics.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A query as a tree, read from its text: as much of PromQL as the rules use; promtool checks the syntax. */
sealed interface Query {

    /** A number or a text. */
    record Literal(String text) implements Query {}

    /** Series, at an instant or over a range. */
    record Series(String name, String range) implements Query {}

    /** A function, or an aggregation by labels. */
    record Call(String function, List<Query> arguments, Set<String> by) implements Query {}

    /** Two sides; {@code on} is empty where all labels are matched. */
    record Binary(String operator, Set<String> on, boolean manyToOne, Query left, Query right) implements Query {}

    Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");

    /** Returns this node and all below it. */
    default Stream<Query> nodes() {
        return Stream.concat(Stream.of(this), below().flatMap(Query::nodes));
    }

    private Stream<Query> below() {
        if (this instanceof Binary binary) {
            return Stream.of(binary.left(), binary.right());
        }
        return this instanceof Call call ? call.arguments().stream() : Stream.of();
    }

    /** Reads a query. */
    static Query read(String text) {
        return new Reader(text).read();
    }

    /** Reads by descent: the operators of each level bind to the left. */
    final class Reader {
        private static final Pattern TOKEN = Pattern.compile(
                "\\s*(\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|[a-zA-Z_:][\\w:]*|[\\d.]+[a-z]?\\w*|==|!=|>=|<=|.)");
        private static final List<Set<String>> LEVELS =
                List.of(Set.of("or"), Set.of("and", "unless"), COMPARISONS, Set.of("+", "-"), Set.of("*", "/", "%"));

        private final List<String> tokens = new ArrayList<>();
        private int at;

        Reader(String text) {
            Matcher matcher = TOKEN.matcher(text.strip());
            while (matcher.find()) {
                tokens.add(matcher.group(1));
            }
            tokens.add("");
        }

        Query read() {
            Query query = level(0);
            if (!next().isEmpty()) {
                throw new IllegalArgumentException("left over: " + tokens.subList(at, tokens.size()));
            }
            return query;
        }

        private Query level(int level) {
            if (level == LEVELS.size()) {
                return operand();
            }
            Query left = level(level + 1);
            while (LEVELS.get(level).contains(next())) {
                String operator = take();
                Set<String> on = next().equals("on") ? labels() : Set.of();
                boolean manyToOne = next().equals("group_left");
                if (manyToOne) {
                    labels();
                }
                left = new Binary(operator, on, manyToOne, left, level(level + 1));
            }
            return left;
        }

        private Query operand() {
            String token = take();
            if (token.equals("(")) {
                Query inner = level(0);
                take();
                steps();
                return inner;
            }
            if (token.equals("-")) {
                return new Literal(token + take());
            }
            if (token.startsWith("{")) {
                at--;
                return series("");
            }
            if (!Character.isLetter(token.charAt(0))) {
                return new Literal(token);
            }
            return next().equals("(") || next().equals("by") ? call(token) : series(token);
        }

        private Query call(String function) {
            Set<String> by = next().equals("by") ? labels() : Set.of();
            List<Query> arguments = new ArrayList<>();
            do {
                take();
                arguments.add(level(0));
            } while (next().equals(","));
            take();
            return new Call(function, arguments, by);
        }

        private Query series(String name) {
            if (next().startsWith("{")) {
                take();
            }
            String range = next().startsWith("[") ? next() : "";
            steps();
            return new Series(name, range.replaceAll("[\\[\\]]", ""));
        }

        /** Passes over a range, or the steps of a subquery, and an offset. */
        private void steps() {
            if (next().startsWith("[")) {
                take();
            }
            if (next().equals("offset")) {
                take();
                if (take().equals("-")) {
                    take();
                }
            }
        }

        /** Reads {@code by (a, b)} and alike. */
        private Set<String> labels() {
            take();
            Set<String> labels = new java.util.TreeSet<>();
            while (!take().equals(")")) {
                if (Character.isLetter(next().charAt(0))) {
                    labels.add(next());
                }
            }
            return labels;
        }

        private String next() {
            return tokens.get(at);
        }

        private String take() {
            return tokens.get(at++);
        }
    }
}
