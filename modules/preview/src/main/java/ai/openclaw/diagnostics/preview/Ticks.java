package ai.openclaw.diagnostics.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The lines of a grid: at round numbers. */
final class Ticks {

    private static final double[] DECIMAL = {1, 2, 2.5, 5, 10};
    private static final double[] BINARY = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};
    private static final double[] SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};

    private Ticks() {}

    /**
     * Returns ticks that enclose a range of values, at most about so many.
     *
     * @param unit what the values are of: bytes are round in powers of two, seconds in minutes
     */
    static List<Double> of(double min, double max, int count, String unit) {
        double step = step(max > min ? max - min : Math.max(1, Math.abs(max)), count, unit);
        List<Double> ticks = new ArrayList<>();
        double first = Math.floor(min / step + 1e-9) * step;
        for (int i = 0; ticks.isEmpty() || ticks.get(ticks.size() - 1) < max - step * 1e-9; i++) {
            ticks.add(first + i * step);
        }
        if (ticks.size() == 1) {
            ticks.add(first + step);
        }
        return ticks;
    }

    private static double step(double range, int count, String unit) {
        double atLeast = range / count;
        if (unit.equals("bytes") && atLeast >= 1) {
            double power = Math.pow(1024, Math.floor(Math.log(atLeast) / Math.log(1024)));
            return firstFrom(BINARY, atLeast / power) * power;
        }
        if (unit.equals("s") && atLeast > 10 && atLeast <= 3600) {
            return firstFrom(SECONDS, atLeast);
        }
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        return firstFrom(DECIMAL, atLeast / power) * power;
    }

    private static double firstFrom(double[] steps, double atLeast) {
        return DoubleStream.of(steps)
                .filter(step -> step >= atLeast - 1e-9)
                .findFirst()
                .orElse(steps[steps.length - 1]);
    }
}
