package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.otlp.OtlpSource.Found;
import org.jspecify.annotations.Nullable;

/** Reads which share of traces is sent: {@code sampleRate} over {@code OTEL_TRACES_SAMPLER} and its argument. */
final class SampleRatio {

    private SampleRatio() {}

    /** @param traces whether spans are sent at all: if not, the variables are not read */
    static double of(OtlpSource source, boolean traces) {
        Double configured = source.number("sampleRate", 0, 1);
        Found sampler = traces ? source.found("OTEL_TRACES_SAMPLER") : null;
        if (configured != null || sampler == null) {
            return configured == null ? 1 : configured;
        }
        return source.tried(() -> ofSampler(sampler, source.found("OTEL_TRACES_SAMPLER_ARG")), 1.0);
    }

    private static double ofSampler(Found sampler, @Nullable Found argument) {
        return switch (sampler.text()) {
            case "always_on", "parentbased_always_on" -> 1;
            case "always_off", "parentbased_always_off" -> 0;
            case "traceidratio", "parentbased_traceidratio" -> ratio(argument);
            default -> throw sampler.notOneOf("always_on, always_off or traceidratio, with or without parentbased_");
        };
    }

    private static double ratio(@Nullable Found argument) {
        if (argument == null) {
            return 1;
        }
        try {
            double ratio = Double.parseDouble(argument.text());
            if (ratio >= 0 && ratio <= 1) {
                return ratio;
            }
        } catch (NumberFormatException notANumber) {
            // as below
        }
        throw argument.notOneOf("0 to 1");
    }
}
