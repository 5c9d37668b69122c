package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.json5.Json5Value.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Collects what is wrong in a file, and where. For one thread. */
final class Problems {

    /**
     * Something wrong at a place.
     *
     * @param offset where
     * @param text the path and what is wrong, without any secret
     */
    private record Problem(int offset, String text) {}

    private final ConfigText text;
    private final List<Problem> problems = new ArrayList<>();

    Problems(ConfigText text) {
        this.text = text;
    }

    /** Adds a problem of a path, without any secret. */
    void add(int offset, String path, String what) {
        problems.add(new Problem(offset, Paths.cut(path) + ": " + what));
    }

    /** Returns how many there are. */
    int count() {
        return problems.size();
    }

    /** Tells whether a key is the first of its name among those that were seen; a second one is a problem. */
    boolean isFirst(Member member, Map<String, Member> seen, String path) {
        Member first = seen.putIfAbsent(member.key(), member);
        if (first != null) {
            add(
                    member.start(),
                    path,
                    "given twice, first in line " + text.document().line(first.start()));
        }
        return first == null;
    }

    /**
     * Refuses the file if there are problems.
     *
     * @throws ConfigException with all of them, in the order of the file
     */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream()
                    .sorted(Comparator.comparingInt(Problem::offset))
                    .map(problem -> text.at(problem.offset) + ": " + problem.text)
                    .toList());
        }
    }
}
