package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.GatewayConfig;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.spi.ConfigProblem;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Has plugins check their configuration, and puts what they find into the words of all problems of the file. */
final class PluginConfigCheck {

    private PluginConfigCheck() {}

    static void check(DiscoveredPlugin plugin, GatewayConfig.Section section, Map<String, String> environment) {
        try {
            PluginCode.call("plugin-" + plugin.id(), PluginHost.START_LIMIT, () -> {
                        plugin.named().plugin().check(plugin.config(), environment);
                        return true;
                    })
                    .join();
        } catch (CompletionException e) {
            if (PluginCode.cause(e) instanceof ConfigProblemsException refused) {
                throw GatewayException.unusable(refused.problems().stream()
                        .sorted(Comparator.comparingInt(problem -> order(problem, section)))
                        .map(problem -> line(problem, section))
                        .collect(Collectors.joining("\n")));
            }
            throw GatewayException.failed("The plugin " + plugin.id() + ", " + plugin.place()
                    + ", did not check its configuration: check() " + PluginCode.describe(e, PluginHost.START_LIMIT)
                    + ". Mend the plugin, or turn it off: openclaw plugins disable " + plugin.id());
        }
    }

    /** Those of the file in its order, then the others. */
    private static int order(ConfigProblem problem, GatewayConfig.Section section) {
        return problem.keys().isEmpty() ? Integer.MAX_VALUE : section.offset(problem.keys());
    }

    private static String line(ConfigProblem problem, GatewayConfig.Section section) {
        if (problem.keys().isEmpty()) {
            return problem.text();
        }
        return problem.known().isEmpty()
                ? section.problem(problem.keys(), problem.text())
                : section.unknownKey(problem.keys(), problem.known());
    }
}
