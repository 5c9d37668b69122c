package ai.openclaw.diagnostics.alerts.domain;

import ai.openclaw.diagnostics.alerts.recorded.Recordings;
import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.ArrayList;
import java.util.List;

/** All rules, in groups. */
public final class OpenClawRules {

    private OpenClawRules() {}

    /** Returns the groups of Prometheus for a site, recordings first. */
    public static List<RuleGroup> groups(Settings settings) {
        return groups(settings, Engine.PROMETHEUS);
    }

    /** Returns the groups for a site, recordings first. */
    public static List<RuleGroup> groups(Settings settings, Engine engine) {
        Scope scope = Scope.of(settings.job());
        Recordings recorded = new Recordings(scope, engine);
        GatewayAlerts gateway = new GatewayAlerts(scope, recorded);
        ModelAlerts model = new ModelAlerts(scope, recorded);
        MessageAlerts message = new MessageAlerts(scope, recorded);
        List<RuleGroup> groups = new ArrayList<>(recorded.groups());
        groups.addAll(List.of(
                gateway.availability(),
                gateway.exporter(),
                gateway.memory(),
                new ObjectiveAlerts(scope, recorded).objectives(),
                model.models(),
                model.cost(),
                message.messages(),
                message.tools(),
                hours(model, message)));
        return groups;
    }

    /** The alerts of Gateways that have so little to do that minutes tell nothing. */
    private static RuleGroup hours(ModelAlerts model, MessageAlerts message) {
        List<Alert> alerts = new ArrayList<>(model.ofHours());
        alerts.addAll(message.ofHours());
        return RuleGroup.ofHours("openclaw-hours", alerts);
    }

    /** Returns the alerts of all groups. */
    public static List<Alert> alerts(Settings settings) {
        return groups(settings).stream()
                .flatMap(group -> group.rules().stream())
                .filter(Alert.class::isInstance)
                .map(Alert.class::cast)
                .toList();
    }
}
