package ai.openclaw.diagnostics.catalog;

/** A catalog that contradicts itself; its message names the family or label, the rule and the values. */
public final class CatalogException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CatalogException(String message) {
        super(message);
    }
}
