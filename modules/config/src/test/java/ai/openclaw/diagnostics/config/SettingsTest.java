package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.config.source.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in force when flags, environment and file speak. */
class SettingsTest {

    private static final String TOKEN = "OPENCLAW_GATEWAY_TOKEN";
    private static final String PASSWORD = "OPENCLAW_GATEWAY_PASSWORD";

    private static Settings.Builder over(String file) {
        return over(file, Map.of());
    }

    private static Settings.Builder over(String file, Map<String, String> environment) {
        return Settings.builder(GatewayConfig.parse("openclaw.json", file, ConfigEnvironment.of(environment)));
    }

    private static Settings settings(String file, Map<String, String> environment) {
        return over(file, environment).build();
    }

    @Nested
    class Port {

        private static final String FILE = "{\n gateway: { port: 3 } }";
        private final Settings.Builder builder = over(FILE, Map.of("OPENCLAW_GATEWAY_PORT", " 2 "));

        @Test
        void theFlagComesFirst() {
            assertThat(builder.port(1).build().port()).isEqualTo(new Setting<>(1, "flag --port"));
        }

        @Test
        void theEnvironmentComesBeforeTheFile() {
            assertThat(builder.build().port()).isEqualTo(new Setting<>(2, "environment OPENCLAW_GATEWAY_PORT"));
        }

        @Test
        void theFileComesBeforeTheDefault() {
            assertThat(over(FILE).build().port()).isEqualTo(new Setting<>(3, "openclaw.json:2"));
        }

        @Test
        void theDefaultComesLast() {
            assertThat(settings("", Map.of("OPENCLAW_GATEWAY_PORT", "")).port())
                    .isEqualTo(new Setting<>(18789, "default"));
        }

        @Test
        void onlyTheFlagMayAskForAnyPort() {
            assertThat(builder.port(0).build().port().value()).isZero();
            assertThatThrownBy(() -> settings("", Map.of("OPENCLAW_GATEWAY_PORT", "0")))
                    .hasMessage("environment OPENCLAW_GATEWAY_PORT: found 0, allowed 1 to 65535");
        }

        @ParameterizedTest
        @ValueSource(strings = {"70000", "-1", "abc", "80.5", "0x50", "99999999999999999999999"})
        void anotherTextThanAPortIsRefused(String text) {
            assertThatThrownBy(() -> settings("", Map.of("OPENCLAW_GATEWAY_PORT", text)))
                    .hasMessageMatching("environment OPENCLAW_GATEWAY_PORT: found .*, allowed 1 to 65535");
        }

        @Test
        void everyWrongFlagAndVariableIsTold() {
            assertThatThrownBy(() -> over(FILE, Map.of("OPENCLAW_GATEWAY_PORT", "x"))
                            .port(70000)
                            .bind("here")
                            .authMode("both")
                            .build())
                    .hasMessage("""
                            flag --port: found 70000, allowed 0 to 65535
                            environment OPENCLAW_GATEWAY_PORT: found "x", allowed 1 to 65535
                            flag --bind: found "here", allowed "loopback", "lan" or an IP address
                            flag --auth: found a string, allowed "token" or "password\"""");
        }
    }

    @Nested
    class Bind {
        @ParameterizedTest
        @CsvSource({
            "loopback, 127.0.0.1, true",
            "lan, 0.0.0.0, false",
            "0.0.0.0, 0.0.0.0, false",
            "127.0.0.2, 127.0.0.2, true",
            "::1, ::1, true",
            "::, ::, false",
            "fe80::1, fe80::1, false",
        })
        void aBindHasAnAddress(String bind, String host, boolean loopback) {
            Settings settings = over("{ gateway: { bind: '" + bind + "' } }").build();
            assertThat(settings.host()).isEqualTo(host);
            assertThat(settings.bindsLoopback()).isEqualTo(loopback);
        }

        @Test
        void theFlagComesBeforeTheFileAndThatBeforeLoopback() {
            assertThat(over("{ gateway: { bind: 'lan' } }").bind("::1").build().bind())
                    .isEqualTo(new Setting<>("::1", "flag --bind"));
            assertThat(over("").build().bind()).isEqualTo(new Setting<>("loopback", "default"));
        }
    }

    @Nested
    class CredentialsInForce {

        private static void expect(Settings settings, AuthMode mode, String modeSource, String secret, String source) {
            assertThat(settings.authMode()).isEqualTo(new Setting<>(mode, modeSource));
            assertThat(settings.secret()).contains(new Setting<>(Secret.of(secret), source));
        }

        @Test
        void theFileComesBeforeTheEnvironment() {
            Settings settings = settings("{ gateway: { auth: { token: 'a' } } }", Map.of(TOKEN, "b"));
            expect(settings, AuthMode.TOKEN, "default", "a", "openclaw.json:1");
        }

        @Test
        void theEnvironmentsTokenIsTrimmed() {
            expect(settings("", Map.of(TOKEN, " b\n")), AuthMode.TOKEN, "default", "b", "environment " + TOKEN);
        }

        @Test
        void aPasswordAloneSetsTheMode() {
            expect(settings("", Map.of(PASSWORD, "b")), AuthMode.PASSWORD, "default", "b", "environment " + PASSWORD);
        }

        @Test
        void aModeChoosesBetweenTwoCredentials() {
            String file = "{ gateway: { auth: { mode: 'password', token: 'a', password: 'b' } } }";
            expect(settings(file, Map.of()), AuthMode.PASSWORD, "openclaw.json:1", "b", "openclaw.json:1");
            expect(over(file).authMode("token").build(), AuthMode.TOKEN, "flag --auth", "a", "openclaw.json:1");
        }

        @Test
        void withoutAnyTheTokenIsToBeGenerated() {
            Settings settings = settings("", Map.of(TOKEN, " "));
            assertThat(settings.authMode()).isEqualTo(new Setting<>(AuthMode.TOKEN, "default"));
            assertThat(settings.secret()).isEmpty();
        }

        @Test
        void theModeTokenWithAPasswordOnlyIsToBeGenerated() {
            String file = "{ gateway: { auth: { mode: 'token', password: 'b' } } }";
            assertThat(settings(file, Map.of()).secret()).isEmpty();
        }

        @Test
        void twoCredentialsWithoutAModeAreRefused() {
            assertThatThrownBy(() -> settings("{ gateway: { auth: { token: 'a' } } }", Map.of(PASSWORD, "b")))
                    .hasMessage("gateway.auth: both token (openclaw.json:1) and password"
                            + " (environment OPENCLAW_GATEWAY_PASSWORD) are configured;"
                            + " set gateway.auth.mode to \"token\" or \"password\"");
            assertThatThrownBy(() -> settings("", Map.of(TOKEN, "a", PASSWORD, "b")))
                    .hasMessageContaining("both token");
        }

        @Test
        void theModePasswordWithoutAPasswordIsRefused() {
            assertThatThrownBy(() -> settings("{ gateway: { auth: { mode: 'password', token: 'a' } } }", Map.of()))
                    .hasMessage("gateway.auth.mode: found \"password\" (openclaw.json:1) without a password;"
                            + " set gateway.auth.password or OPENCLAW_GATEWAY_PASSWORD");
        }
    }

    @Test
    void aRateLimitHoldsOnlyWhereTheFileHasOne() {
        assertThat(over("{ gateway: { auth: {} } }").build().rateLimit()).isEmpty();
        RateLimit limit = over("{ gateway: { auth: { rateLimit: {\n windowMs: 5 } } } }")
                .build()
                .rateLimit()
                .orElseThrow();
        assertThat(limit)
                .isEqualTo(new RateLimit(
                        new Setting<>(10, "default"),
                        new Setting<>(5L, "openclaw.json:2"),
                        new Setting<>(300_000L, "default"),
                        new Setting<>(true, "default")));
    }

    @Test
    void pluginsAndTheRestComeFromTheFileOrTheDefaults() {
        Settings empty = over("").build();
        assertThat(empty.plugins(List.of("a")).enabled().value()).isTrue();
        assertThat(empty.plugins(List.of("a")).entries()).isEmpty();
        assertThat(empty.diagnosticsEnabled()).isEqualTo(new Setting<>(false, "default"));
        Settings settings = over("{ plugins: { enabled: false, allow: ['a'], deny: ['b'], load: { paths: ['c'] },"
                        + " entries: { a: { enabled: false, config: { x: [1, null] } }, b: {} } },"
                        + " diagnostics: { enabled: true }, logging: { redactPatterns: ['p'] },"
                        + " gateway: { trustedProxies: ['10.0.0.0/8'] } }")
                .build();
        PluginSettings plugins = settings.plugins(List.of("a", "b"));
        assertThat(plugins.enabled().value()).isFalse();
        assertThat(plugins.allow().value()).containsExactly("a");
        assertThat(plugins.deny().value()).containsExactly("b");
        assertThat(settings.loadPaths().value())
                .containsExactly(java.nio.file.Path.of("c").toAbsolutePath());
        assertThat(plugins.entries()).containsOnlyKeys("a", "b");
        assertThat(plugins.entries().get("a").enabled().orElseThrow().value()).isFalse();
        assertThat(plugins.entries().get("a").config().value()).hasToString("{x=[1, null]}");
        assertThat(plugins.entries().get("b").enabled()).isEmpty();
        assertThat(settings.diagnosticsEnabled().value()).isTrue();
        assertThat(settings.redactPatterns().value()).isEqualTo(List.of("p"));
        assertThat(settings.trustedProxies().value()).isEqualTo(List.of("10.0.0.0/8"));
    }

    @Test
    void theTableSaysWhatIsInForceAndWhereItCameFrom() {
        Settings settings = over("""
                        {
                          gateway: {
                            bind: "lan",
                            auth: {
                              token: "secret",
                              rateLimit: { maxAttempts: 5 },
                            },
                          },
                          plugins: {
                            allow: ["diagnostics-prometheus", "x"],
                            entries: {
                              "diagnostics-prometheus": { enabled: true },
                              x: { config: { apiKey: "secret" } },
                            },
                          },
                          logging: { redactPatterns: ["secret"], redactSensitive: "off" },
                        }
                        """).port(9000).build();
        assertThat(table(settings, "diagnostics-prometheus", "x")).isEqualTo("""
                gateway.port | 9000 | flag --port
                gateway.bind | lan | openclaw.json:3
                gateway.auth.mode | token | default
                gateway.auth.token | *** | openclaw.json:5
                gateway.auth.rateLimit.maxAttempts | 5 | openclaw.json:6
                gateway.auth.rateLimit.windowMs | 60000 | default
                gateway.auth.rateLimit.lockoutMs | 300000 | default
                gateway.auth.rateLimit.exemptLoopback | true | default
                gateway.trustedProxies | none | default
                gateway.drainMs | 5000 | default
                plugins.enabled | true | default
                plugins.allow | "diagnostics-prometheus", "x" | openclaw.json:10
                plugins.deny | none | default
                plugins.load.paths | none | default
                plugins.entries.diagnostics-prometheus.enabled | true | openclaw.json:12
                plugins.entries.x.config | 1 key | openclaw.json:13
                diagnostics.enabled | false | default
                ingest.enabled | false | default
                logging.level | info | default
                logging.redactPatterns | 1 pattern | openclaw.json:16
                logging.redactSensitive | off | openclaw.json:16
                """);
    }

    @Test
    void theTableOfNothingIsOfDefaults() {
        assertThat(table(over("").build()).lines())
                .allMatch(line -> line.endsWith(" | default"))
                .anyMatch(line -> line.matches("gateway.auth.token \\| generated at the first start \\| default"))
                .anyMatch(line -> line.matches("gateway.auth.rateLimit \\| off \\| default"));
    }

    private static String table(Settings settings, String... plugins) {
        return settings.rows(settings.plugins(List.of(plugins))).stream()
                .map(row -> row.key() + " | " + row.value() + " | " + row.source() + "\n")
                .collect(Collectors.joining());
    }
}
