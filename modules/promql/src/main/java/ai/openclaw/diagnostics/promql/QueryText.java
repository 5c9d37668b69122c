package ai.openclaw.diagnostics.promql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query asks for: its selectors, and the labels that it groups or matches by. It reads any text that PromQL's own
 * parser accepts, Grafana's variables in it included, but does not check it: promtool does.
 *
 * @param selections the selectors, in the order of the text
 * @param groupings the labels named by {@code by}, {@code without}, {@code on}, {@code ignoring}, {@code group_left}
 *     and {@code group_right}
 */
public record QueryText(List<Selection> selections, Set<String> groupings) {

    /**
     * A selector.
     *
     * @param name the metric's name; empty if only the braces stand there
     * @param matchers the text between the braces
     * @param range the text between the square brackets, empty for an instant selector
     * @param offset the text after {@code offset}, empty without one
     * @param function the innermost function or aggregation around it, empty if there is none
     */
    public record Selection(String name, List<LabelMatcher> matchers, String range, String offset, String function) {}

    /**
     * One condition on a label.
     *
     * @param label the label's name
     * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
     * @param value the value or pattern, without its quotes
     */
    public record LabelMatcher(String label, String operator, String value) {}

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\$\\{\\w+}"
                    + "|[a-zA-Z_:$][\\w:$]*|[\\d.]+(?:[eE][+-]?\\d+)?\\w*|=~|!~|!=|==|>=|<=|.)");

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "unless", "offset", "bool", "atan2", "inf", "nan", "Inf", "NaN");
    private static final Set<String> GROUPINGS = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

    /** Reads a query. */
    public static QueryText read(String query) {
        return new Reader(query).read();
    }

    private static final class Reader {

        private final List<String> tokens = new ArrayList<>();
        private final List<Selection> selections = new ArrayList<>();
        private final Set<String> groupings = new TreeSet<>();
        private final Deque<String> calls = new ArrayDeque<>();
        private int at;
        private String pending = ""; // the function whose bracket has not opened yet

        Reader(String query) {
            Matcher matcher = TOKEN.matcher(query.strip());
            while (matcher.find()) {
                tokens.add(matcher.group(1));
            }
        }

        QueryText read() {
            while (at < tokens.size()) {
                step(tokens.get(at++));
            }
            return new QueryText(List.copyOf(selections), groupings);
        }

        private void step(String token) {
            if (token.equals("(")) {
                calls.push(pending);
                pending = "";
            } else if (token.equals(")")) {
                calls.poll();
            } else if (token.equals("[")) {
                skipSubquery();
            } else if (token.equals("{")) {
                select("");
            } else if (GROUPINGS.contains(token)) {
                group();
            } else if (isName(token) && !OPERATORS.contains(token)) {
                name(token);
            }
        }

        /** The range and the step of a subquery, whose colon would pass for a name. */
        private void skipSubquery() {
            while (!next("]")) {
                at++;
            }
        }

        private void name(String token) {
            if (next("(") || next("by") || next("without")) {
                pending = token;
            } else if (next("{")) {
                at++;
                select(token);
            } else if (!token.startsWith("$")) {
                select(token, List.of());
            }
        }

        private void group() {
            if (!next("(")) {
                return; // group_left without labels
            }
            for (at++; !next(")"); at++) {
                if (isName(tokens.get(at))) {
                    groupings.add(tokens.get(at));
                }
            }
            at++;
        }

        private void select(String name) {
            List<LabelMatcher> matchers = new ArrayList<>();
            while (!next("}")) {
                String value = tokens.get(at + 2);
                matchers.add(
                        new LabelMatcher(tokens.get(at), tokens.get(at + 1), value.substring(1, value.length() - 1)));
                at += next(3, ",") ? 4 : 3;
            }
            at++;
            select(name, matchers);
        }

        private void select(String name, List<LabelMatcher> matchers) {
            StringBuilder range = new StringBuilder();
            if (next("[")) {
                for (at++; !next("]"); at++) {
                    range.append(tokens.get(at));
                }
                at++;
            }
            String offset = offset();
            String function =
                    calls.stream().filter(call -> !call.isEmpty()).findFirst().orElse("");
            selections.add(new Selection(name, matchers, range.toString(), offset, function));
        }

        private String offset() {
            if (!next("offset")) {
                return "";
            }
            at++;
            String sign = next("-") ? tokens.get(at++) : "";
            return sign + tokens.get(at++);
        }

        private boolean next(String token) {
            return next(0, token);
        }

        private boolean next(int ahead, String token) {
            return at + ahead < tokens.size() && tokens.get(at + ahead).equals(token);
        }

        private static boolean isName(String token) {
            return Character.isLetter(token.charAt(0)) || "_:$".indexOf(token.charAt(0)) >= 0;
        }
    }
}
