package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Series;
import java.util.List;

/** Draws panels of a kind. */
interface Drawing {

    /**
     * Draws what the queries of a panel found, of which there is at least one series.
     *
     * @param box where, within the panel's edge and below its title
     */
    void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers);
}
