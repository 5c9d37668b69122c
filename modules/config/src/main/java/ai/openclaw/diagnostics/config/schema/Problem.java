package ai.openclaw.diagnostics.config.schema;

import ai.openclaw.diagnostics.config.source.ConfigException;
import java.util.Comparator;
import java.util.List;

/**
 * Something wrong at a place in a file.
 *
 * @param offset where
 * @param text the path and what is wrong, without any secret
 */
record Problem(int offset, String text) {

    /**
     * Refuses the file if there are problems.
     *
     * @throws ConfigException with all of them, in the order of the file
     */
    static void refuse(ConfigText text, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream()
                    .sorted(Comparator.comparingInt(Problem::offset))
                    .map(problem -> text.at(problem.offset) + ": " + problem.text)
                    .toList());
        }
    }
}
