package ai.openclaw.diagnostics.alerts.rule;

/** What evaluates the rules. */
public enum Engine {
    /** Prometheus, also under its operator or behind Grafana. */
    PROMETHEUS(true, true),
    /** vmalert, also under its operator. What it records can be read some seconds later. */
    VMALERT(false, false);

    private final boolean readsItsRecordsAtOnce;
    private final boolean keepsFiring;

    Engine(boolean readsItsRecordsAtOnce, boolean keepsFiring) {
        this.readsItsRecordsAtOnce = readsItsRecordsAtOnce;
        this.keepsFiring = keepsFiring;
    }

    /** Returns whether a rule can read what a rule before it in the same evaluation recorded. */
    public boolean readsItsRecordsAtOnce() {
        return readsItsRecordsAtOnce;
    }

    /** Returns whether it knows {@code keep_firing_for}. */
    public boolean keepsFiring() {
        return keepsFiring;
    }
}
