package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.ConfigSection;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.policy.ForeignText;
import ai.openclaw.diagnostics.spi.ConfigProblem;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Has plugins check their configuration, and puts what they find into the words of all problems of the file. */
final class PluginConfigCheck {

    /** How many problems and known keys of a third-party plugin are told. */
    private static final int MAX_PROBLEMS = 50;

    private PluginConfigCheck() {}

    static void check(DiscoveredPlugin plugin, ConfigSection section, Map<String, String> environment) {
        try {
            PluginCode.call("plugin-" + plugin.id(), PluginHost.START_LIMIT, () -> {
                        plugin.named().plugin().check(plugin.config(), environment);
                        return true;
                    })
                    .join();
        } catch (CompletionException e) {
            if (PluginCode.cause(e) instanceof ConfigProblemsException refused) {
                throw GatewayException.unusable(problems(plugin, refused).stream()
                        .sorted(Comparator.comparingInt(problem -> order(problem, section)))
                        .map(problem -> line(problem, section))
                        .collect(Collectors.joining("\n")));
            }
            throw GatewayException.failed("The plugin " + plugin.id() + ", " + plugin.place()
                    + ", did not check its configuration: check() " + PluginCode.describe(e, PluginHost.START_LIMIT)
                    + ". Mend the plugin, or turn it off: openclaw plugins disable " + plugin.id());
        }
    }

    /** Returns what a plugin found, as messages may repeat it. */
    static List<ConfigProblem> problems(DiscoveredPlugin plugin, ConfigProblemsException refused) {
        if (refused.problems().isEmpty()) {
            return List.of(ConfigProblem.elsewhere(
                    "plugins.entries." + plugin.id() + ".config: the plugin refuses it and does not say why"));
        }
        return plugin.origin() == PluginOrigin.BUNDLED
                ? refused.problems()
                : refused.problems().stream()
                        .limit(MAX_PROBLEMS)
                        .map(PluginConfigCheck::foreign)
                        .toList();
    }

    private static ConfigProblem foreign(ConfigProblem problem) {
        return new ConfigProblem(
                problem.keys(),
                ForeignText.line(problem.text()),
                problem.known().stream()
                        .limit(MAX_PROBLEMS)
                        .map(ForeignText::line)
                        .toList());
    }

    /** Those of the file in its order, then the others. */
    private static int order(ConfigProblem problem, ConfigSection section) {
        return problem.keys().isEmpty() ? Integer.MAX_VALUE : section.offset(problem.keys());
    }

    private static String line(ConfigProblem problem, ConfigSection section) {
        if (problem.keys().isEmpty()) {
            return problem.text();
        }
        return problem.known().isEmpty()
                ? section.problem(problem.keys(), problem.text())
                : section.unknownKey(problem.keys(), problem.known());
    }
}
