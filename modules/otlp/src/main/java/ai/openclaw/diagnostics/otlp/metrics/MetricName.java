package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.Unit;

/**
 * How a family is called and measured in OTLP.
 *
 * @param name the metric's name
 * @param unit in the notation of UCUM, empty for none
 * @param scale the power of ten that its values are multiplied by: 3 for seconds that are sent as milliseconds, else 0
 */
record MetricName(String name, String unit, int scale) {

    /** The name of the pull exporter; without a unit, so that a receiver has nothing to append. */
    static MetricName prometheus(Family family) {
        return new MetricName(family.name(), "", 0);
    }

    /** A name of the reference, whose durations are in milliseconds. */
    static MetricName reference(Family family, String name) {
        return switch (family.unit()) {
            case SECONDS -> new MetricName(name, "ms", 3);
            case BYTES -> new MetricName(name, "By", 0);
            case TOKENS, USD, NONE -> new MetricName(name, dimensionless(family), 0);
            default -> new MetricName(name, "1", 0);
        };
    }

    /** Prometheus calls a gauge of the unit 1 a ratio. */
    private static String dimensionless(Family family) {
        if (family.type() == FamilyType.GAUGE) {
            return "{item}";
        }
        return family.unit() == Unit.TOKENS && family.type() == FamilyType.HISTOGRAM ? "{token}" : "1";
    }
}
