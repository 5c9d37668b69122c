package ai.openclaw.diagnostics.policy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the operator's patterns: a regular expression, bare and then in any case, or {@code /…/flags}.
 *
 * <p>Its cost is bounded: matching stops after so many characters looked at, and what could not be decided by then
 * counts as matched. A pattern that reaches that bound on strings made to provoke it is refused at once.
 */
final class RedactPattern {

    /** An honest pattern looks a few times at each character, a clumsy one as often as there are characters. */
    private static final int MAX_LOOKS = 25_000;

    private static final int PROBE_LENGTH = 120;
    private static final String ORDINARY_CHARACTERS = "aA0-_.: /";
    private static final List<String> ORDINARY_LABELS =
            List.of("main", "completed", "telegram", "openai", "gpt-5.4", "web_search", "llama3.3:70b");
    private static final int[] RUNS = {5, 15, 30, PROBE_LENGTH - 1};

    private final Pattern pattern;

    private RedactPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static RedactPattern of(int index, @Nullable String text) {
        if (text == null) {
            throw new InvalidRedactPatternException(index, "is null; write a regular expression as a string");
        }
        RedactPattern pattern = new RedactPattern(compiled(index, text));
        if (pattern.matches("", 0, 0)) {
            throw new InvalidRedactPatternException(
                    index,
                    "matches the empty text, so no value at all would be a label; "
                            + "make it match at least one character");
        }
        if (NestedRepetition.isIn(text) || probes(text).anyMatch(pattern::isTooSlow)) {
            throw new InvalidRedactPatternException(
                    index,
                    "could take too long on some input; avoid repetitions within " + "repetitions, such as (a+)+");
        }
        if (ORDINARY_LABELS.stream().allMatch(label -> pattern.matches(label, 0, label.length()))) {
            throw new InvalidRedactPatternException(index, "matches all common label values; make it more specific");
        }
        return pattern;
    }

    private static Pattern compiled(int index, String text) {
        int slash = text.lastIndexOf('/');
        boolean delimited = text.startsWith("/") && slash > 0;
        try {
            return delimited
                    ? Pattern.compile(text.substring(1, slash), flags(index, text.substring(slash + 1)))
                    : Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new InvalidRedactPatternException(
                    index, "is not a regular expression: " + withoutNames(e) + " near character " + e.getIndex());
        }
    }

    /** What is wrong with the pattern; names in brackets are taken from the pattern and left out. */
    private static String withoutNames(PatternSyntaxException e) {
        return e.getDescription().replaceAll("([{<\\[]).*([}>\\]])", "$1…$2");
    }

    private static int flags(int index, String letters) {
        int flags = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            flags |= switch (letter) {
                case 'g' -> 0; // every match counts anyway
                case 'i' -> Pattern.CASE_INSENSITIVE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'u' -> Pattern.UNICODE_CASE;
                default ->
                    throw new InvalidRedactPatternException(
                            index, "has the unknown flag '" + letter + "'; flags are g, i, m, s, u");
            };
        }
        return flags;
    }

    /** Strings that make a pattern with ambiguous repetitions try its alternatives: runs that then do not match. */
    private static Stream<String> probes(String text) {
        String characters = text.replaceAll("[^A-Za-z0-9_.:-]", "") + ORDINARY_CHARACTERS;
        String cycle = characters.substring(0, Math.min(3, characters.length()));
        Stream<String> runs =
                characters.chars().distinct().mapToObj(Character::toString).flatMap(RedactPattern::runs);
        return Stream.concat(runs, runs(cycle));
    }

    private static Stream<String> runs(String part) {
        return Arrays.stream(RUNS)
                .mapToObj(length -> part.repeat(length).substring(0, length))
                .flatMap(run -> Stream.of(run, run + "!"));
    }

    private boolean isTooSlow(String probe) {
        try {
            find(probe, 0, probe.length());
            return false;
        } catch (TooManyLooks | StackOverflowError e) {
            return true;
        }
    }

    /** Tells whether the pattern is found between the two indices, or could not be searched for in time. */
    boolean matches(String text, int from, int to) {
        try {
            return find(text, from, to);
        } catch (TooManyLooks | StackOverflowError e) {
            return true;
        }
    }

    private boolean find(String text, int from, int to) {
        return pattern.matcher(new CountedText(text, from, to)).find();
    }

    /** A part of a text that may be looked at so often and no more. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private final int from;
        private final int to;
        private int looks;

        CountedText(String text, int from, int to) {
            this.text = text;
            this.from = from;
            this.to = to;
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MAX_LOOKS) {
                throw TooManyLooks.INSTANCE;
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(from + start, from + end);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    /** Ends a search; thrown for no other reason and caught right above. */
    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("StaticAssignmentOfThrowable") // without a stack trace: it means nothing but itself
        static final TooManyLooks INSTANCE = new TooManyLooks();

        private TooManyLooks() {
            super(null, null, false, false);
        }
    }
}
