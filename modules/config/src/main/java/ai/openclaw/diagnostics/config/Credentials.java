package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.ConfigKey;
import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.config.source.Setting;
import java.util.Optional;

/**
 * Which credential callers present, and which one it is.
 *
 * @param mode the mode
 * @param secret the mode's credential; absent in the mode {@code token} if one has to be generated
 */
record Credentials(Setting<AuthMode> mode, Optional<Setting<Secret>> secret) {

    /** Chooses: a mode that is set, else the one of the only credential, else a token to be generated. */
    static Credentials of(GatewayConfig file, Optional<Setting<String>> modeFlag, FlagsAndEnvironment given) {
        Optional<Setting<Secret>> token = secret(file, Schema.AUTH_TOKEN, Schema.TOKEN_VARIABLE, given);
        Optional<Setting<Secret>> password = secret(file, Schema.AUTH_PASSWORD, Schema.PASSWORD_VARIABLE, given);
        Optional<Setting<AuthMode>> set = modeFlag.or(() -> file.get(Schema.AUTH_MODE))
                .map(mode -> new Setting<>(AuthMode.of(mode.value()), mode.source()));
        if (set.isEmpty() && token.isPresent() && password.isPresent()) {
            given.conflict("gateway.auth: both token (" + token.get().source() + ") and password ("
                    + password.get().source()
                    + ") are configured; set gateway.auth.mode to \"token\" or \"password\"");
        }
        Setting<AuthMode> mode =
                set.orElseGet(() -> Setting.byDefault(password.isPresent() ? AuthMode.PASSWORD : AuthMode.TOKEN));
        if (mode.value() == AuthMode.PASSWORD && password.isEmpty()) {
            given.conflict("gateway.auth.mode: found \"password\" (" + mode.source()
                    + ") without a password; set gateway.auth.password or " + Schema.PASSWORD_VARIABLE);
        }
        return new Credentials(mode, mode.value() == AuthMode.TOKEN ? token : password);
    }

    private static Optional<Setting<Secret>> secret(
            GatewayConfig file, ConfigKey<Secret> key, String variable, FlagsAndEnvironment given) {
        Optional<Setting<Secret>> fromEnvironment = given.variable(key, variable);
        return file.get(key).or(() -> fromEnvironment);
    }
}
