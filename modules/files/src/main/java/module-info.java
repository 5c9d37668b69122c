/**
 * Files that matter: replaced as a whole, locked while they change, and given to the right owner. Depends on nothing of the
 * project.
 */
@org.jspecify.annotations.NullMarked
module ai.openclaw.diagnostics.files {
    requires static transitive org.jspecify;

    exports ai.openclaw.diagnostics.files;
}
