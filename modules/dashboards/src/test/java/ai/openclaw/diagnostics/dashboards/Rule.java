package ai.openclaw.diagnostics.dashboards;

import java.util.List;

/** Something that holds for every page. */
interface Rule {

    /** Returns what breaks the rule, each led by the title of its panel and a colon; nothing if all is well. */
    List<String> broken(Page page);
}
