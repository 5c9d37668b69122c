package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of labels, as queries need them. */
final class LabelNames {

    private LabelNames() {}

    /** Returns a new set of them, in the same order. */
    static Set<String> of(List<Label> labels) {
        return labels.stream().map(Label::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns them with commas between, as after {@code by} and {@code on}. */
    static String listed(Label... labels) {
        return Arrays.stream(labels).map(Label::name).collect(Collectors.joining(", "));
    }
}
