package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every module requires, exports, opens, uses and provides, as a table. */
class DescriptorsTest {

    /**
     * The table. A requirement is marked {@code +} where it is transitive and {@code ?} where it is needed to compile
     * only; modules of the project and of the JDK's base are written without their common prefix.
     */
    enum Expected {
        EVENTS("?+org.jspecify", "events", "", "", ""),
        CATALOG("?org.jspecify", "catalog catalog.domain", "", "", ""),
        POLICY("?+org.jspecify", "policy", "", "", ""),
        STORE("?+org.jspecify +catalog", "store", "", "", ""),
        RECORDING("?org.jspecify +events +policy +store", "recording", "", "", ""),
        HTTP(
                "?org.jspecify +store +io.vertx.web +io.vertx.core io.vertx.auth.common io.netty.buffer"
                        + " io.netty.common io.netty.handler io.netty.transport",
                "http.exposition http.route",
                "",
                "",
                ""),
        PLUGIN(
                "?org.jspecify +events +spi +catalog policy recording store +http io.vertx.auth.common +io.vertx.core"
                        + " +io.vertx.web",
                "plugin",
                "",
                "",
                "spi.GatewayPlugin=plugin.DiagnosticsPrometheusPlugin"),
        SPI("?org.jspecify +events +io.vertx.core +io.vertx.web", "spi", "", "", ""),
        LOGGING("?org.jspecify com.fasterxml.jackson.core +java.logging", "logging", "", "", ""),
        OTLP(
                "?org.jspecify +events catalog policy recording +spi store +io.vertx.core java.logging"
                        + " io.netty.buffer io.netty.codec io.netty.codec.http io.netty.common io.netty.transport",
                "otlp",
                "",
                "",
                "spi.GatewayPlugin=otlp.DiagnosticsOtelPlugin"),
        INGEST("?org.jspecify +events http io.vertx.auth.common +io.vertx.core +io.vertx.web", "ingest", "", "", ""),
        OPERATOR(
                "?org.jspecify +events http recording spi io.vertx.auth.common +io.vertx.core +io.vertx.web"
                        + " java.management",
                "operator",
                "",
                "",
                ""),
        JSON5("?+org.jspecify", "json5", "", "", ""),
        FILES("?+org.jspecify", "files", "", "", ""),
        CONFIG("?+org.jspecify files json5", "config config.source", "", "", ""),
        SUPPORT("?org.jspecify +config files json5 policy com.fasterxml.jackson.core", "support", "", "", ""),
        CONSOLE("?org.jspecify +config files json5 policy", "console", "", "", ""),
        DEMO("?org.jspecify +events java.management", "demo demo.fault", "", "", ""),
        PROMQL("?org.jspecify +catalog", "promql", "", "", ""),
        DASHBOARDS("?org.jspecify promql com.fasterxml.jackson.core", "", "", "", ""),
        ALERTS("?org.jspecify promql", "", "", "", ""),
        PREVIEW("?org.jspecify com.fasterxml.jackson.core java.net.http", "", "", "", ""),
        AUTH("?org.jspecify +config files http io.vertx.auth.common +io.vertx.core +io.vertx.web", "auth", "", "", ""),
        MONITORING(
                "?org.jspecify +events http HdrHistogram +io.vertx.core +io.vertx.web jdk.management",
                "monitoring",
                "",
                "",
                ""),
        PLUGINHOST("?org.jspecify +config files policy +spi io.vertx.core", "pluginhost", "", "spi.GatewayPlugin", ""),
        REPLAY("?org.jspecify +events config", "replay", "", "", ""),
        GATEWAY(
                "?org.jspecify files http ingest logging operator +auth monitoring +pluginhost recording +io.vertx.core"
                        + " io.vertx.web",
                "gateway",
                "",
                "",
                ""),
        CLI(
                "?org.jspecify config console demo files gateway ingest json5 logging operator otlp plugin policy"
                        + " replay support info.picocli com.fasterxml.jackson.core java.logging",
                "",
                "cli→info.picocli cli.diagnostics→info.picocli cli.options→info.picocli cli.plugins→info.picocli",
                "",
                "");

        private final Set<String> requires;
        private final Set<String> exports;
        private final Set<String> opens;
        private final Set<String> uses;
        private final Set<String> provides;

        Expected(String requires, String exports, String opens, String uses, String provides) {
            this.requires = words(requires);
            this.exports = words(exports);
            this.opens = words(opens);
            this.uses = words(uses);
            this.provides = words(provides);
        }

        private static Set<String> words(String text) {
            return text.isEmpty() ? Set.of() : new TreeSet<>(Set.of(text.split(" ")));
        }

        ModuleDescriptor actual() {
            String name = House.PREFIX + name().toLowerCase(java.util.Locale.ROOT);
            return ModuleLayer.boot().findModule(name).orElseThrow().getDescriptor();
        }
    }

    @ParameterizedTest
    @EnumSource(Expected.class)
    void aDescriptorIsAsTheTableSays(Expected expected) {
        ModuleDescriptor actual = expected.actual();
        assertThat(all(actual.requires(), DescriptorsTest::text)).isEqualTo(expected.requires);
        assertThat(all(actual.exports(), DescriptorsTest::text)).isEqualTo(expected.exports);
        assertThat(all(actual.opens(), DescriptorsTest::text)).isEqualTo(expected.opens);
        assertThat(all(actual.uses(), DescriptorsTest::brief)).isEqualTo(expected.uses);
        assertThat(all(actual.provides(), DescriptorsTest::text)).isEqualTo(expected.provides);
        assertThat(actual.isOpen()).isFalse();
    }

    @Test
    void theTableHasEveryModuleOfTheHouse() {
        assertThat(Set.of(Expected.values()))
                .extracting(expected -> expected.name().toLowerCase(java.util.Locale.ROOT))
                .containsExactlyInAnyOrderElementsOf(House.reactor());
    }

    @Test
    void everyPackageHasTheNameOfItsModule() {
        for (Expected expected : Expected.values()) {
            ModuleDescriptor actual = expected.actual();
            assertThat(actual.packages()).allMatch(name -> (name + ".").startsWith(actual.name() + "."));
        }
    }

    private static <T> Set<String> all(Collection<T> items, Function<T, String> text) {
        return items.stream()
                .map(text)
                .filter(word -> !word.equals("java.base"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Requires requires) {
        String compileOnly = requires.modifiers().contains(Modifier.STATIC) ? "?" : "";
        String transitive = requires.modifiers().contains(Modifier.TRANSITIVE) ? "+" : "";
        return compileOnly + transitive + brief(requires.name());
    }

    private static String text(Exports exports) {
        return brief(exports.source()) + (exports.isQualified() ? "→" + String.join(",", exports.targets()) : "");
    }

    private static String text(Opens opens) {
        return brief(opens.source()) + (opens.isQualified() ? "→" + String.join(",", opens.targets()) : "");
    }

    private static String text(Provides provides) {
        return brief(provides.service()) + "="
                + provides.providers().stream().map(DescriptorsTest::brief).collect(Collectors.joining(","));
    }

    private static String brief(String name) {
        return name.startsWith(House.PREFIX) ? name.substring(House.PREFIX.length()) : name;
    }
}
