package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.Map;

/** Prometheus text format 0.0.4. */
final class TextFormat implements Format, TextSyntax {

    private static final MediaType MEDIA_TYPE = new MediaType("text", "plain", Map.of("version", "0.0.4"));

    @Override
    public String text() {
        return "text 0.0.4";
    }

    @Override
    public MediaType mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public String contentType() {
        return "text/plain; version=0.0.4; charset=utf-8";
    }

    @Override
    public FormatRenderer newRenderer(SeriesStore store) {
        return new TextRenderer(store, this);
    }

    @Override
    public String declaredName(Family family) {
        return family.name();
    }

    @Override
    public String comments(Family family) {
        String name = declaredName(family);
        return "# HELP " + name + " " + TextSyntax.escapedHelp(family) + "\n# TYPE " + name + " "
                + family.type().text();
    }

    @Override
    public boolean hasCreated() {
        return false;
    }

    @Override
    public String end() {
        return "";
    }
}
