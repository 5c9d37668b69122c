package ai.openclaw.diagnostics.http.exposition;

import java.util.Map;

/**
 * A media type as scrapers name it in {@code Accept}.
 *
 * @param type such as {@code text}
 * @param subtype such as {@code plain}
 * @param parameters what tells the format from others of the same type, such as {@code version}; a scraper may leave them
 *     out, but must not ask for other values
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

    /** Copies the parameters. */
    public MediaType {
        parameters = Map.copyOf(parameters);
    }
}
