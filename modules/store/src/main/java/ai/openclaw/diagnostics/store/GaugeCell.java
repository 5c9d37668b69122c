package ai.openclaw.diagnostics.store;

/** The last value that a gauge was set to. */
final class GaugeCell implements Cell {

    private volatile double value;

    void set(double newValue) {
        value = newValue;
    }

    @Override
    public int stripes() {
        return 1;
    }

    @Override
    public boolean isNewTo(Sample sample) {
        return value != sample.gauge();
    }

    @Override
    public boolean tryRead(int stripe, Sample into) {
        into.setGauge(value);
        return true;
    }
}
