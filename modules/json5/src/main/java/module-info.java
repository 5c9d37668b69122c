/**
 * JSON5 documents: text in, a tree with positions, edits out. It knows no Gateway; any module may depend on it, and it
 * depends on none of the project.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the name of the format ends in a digit
module ai.openclaw.diagnostics.json5 {
    requires static transitive org.jspecify;

    exports ai.openclaw.diagnostics.json5;
}
