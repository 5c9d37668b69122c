package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Finds values in YAML that was read into maps and lists. */
final class YamlTree {

    private YamlTree() {}

    /** Returns the value at the end of these keys and positions; fails where there is none. */
    static Object at(Object yaml, Object... path) {
        Object found = yaml;
        for (Object step : path) {
            found = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
            assertThat(found).as("%s of %s", step, List.of(path)).isNotNull();
        }
        return found;
    }
}
