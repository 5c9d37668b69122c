package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.catalog.Family;

/** In what formats of lines differ; sample lines are the same in all of them. */
interface TextSyntax {

    /** Returns the comment lines of a family, without the last line break. */
    String comments(Family family);

    /** Returns the name that a family's comments have. */
    String declaredName(Family family);

    /** Tells whether each counter and histogram has a line that says when it was created. */
    boolean hasCreated();

    /** Returns what comes after the last family. */
    String end();

    /** Escapes a help text for a comment line. */
    static String escapedHelp(Family family) {
        return family.help().replace("\\", "\\\\").replace("\n", "\\n");
    }
}
