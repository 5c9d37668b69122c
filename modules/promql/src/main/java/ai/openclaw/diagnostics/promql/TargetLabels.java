package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.List;

/** The labels that Prometheus and its service discovery put on every series of a target. */
public final class TargetLabels {

    /** The cluster of a fleet; absent where there is none. */
    public static final Label CLUSTER = Label.of("cluster", "The cluster, put on by service discovery.");
    /** The Kubernetes namespace; absent where there is none. */
    public static final Label NAMESPACE = Label.of("namespace", "The namespace, put on by service discovery.");
    /** The scrape job. */
    public static final Label JOB = Label.of("job", "The scrape job.");
    /** The scraped address. */
    public static final Label INSTANCE = Label.of("instance", "The address scraped.");

    static final List<Label> ALL = List.of(CLUSTER, NAMESPACE, JOB, INSTANCE);

    private TargetLabels() {}
}
