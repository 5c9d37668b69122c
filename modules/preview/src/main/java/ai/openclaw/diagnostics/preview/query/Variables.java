package ai.openclaw.diagnostics.preview.query;

import java.util.HashMap;
import java.util.Map;

/** What is chosen at the top of a dashboard: everything, or what the file chooses. */
public final class Variables {

    private final Map<String, String> values = new HashMap<>();

    /** Reads what a dashboard has chosen. */
    public Variables(Json dashboard) {
        for (Json variable : dashboard.at("templating", "list").items()) {
            String chosen = variable.at("current", "value").text(".*");
            values.put(variable.at("name").text(""), chosen);
        }
    }

    /** Returns a query with these in the place of their names; those for time are left as they are. */
    public String in(String query) {
        String text = query;
        for (Map.Entry<String, String> variable : values.entrySet()) {
            text = text.replace("${" + variable.getKey() + "}", variable.getValue())
                    .replace("$" + variable.getKey(), variable.getValue());
        }
        return text;
    }
}
