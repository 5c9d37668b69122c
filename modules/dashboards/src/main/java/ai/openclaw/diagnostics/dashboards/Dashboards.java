package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.page.CostPage;
import ai.openclaw.diagnostics.dashboards.page.FleetPage;
import ai.openclaw.diagnostics.dashboards.page.GatewayPage;
import ai.openclaw.diagnostics.dashboards.page.MessagesPage;
import ai.openclaw.diagnostics.dashboards.page.ModelsPage;
import ai.openclaw.diagnostics.dashboards.page.OverviewPage;
import ai.openclaw.diagnostics.dashboards.page.RuntimePage;
import ai.openclaw.diagnostics.dashboards.page.ToolsPage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every file of {@code grafana/} that is generated. */
final class Dashboards {

    private Dashboards() {}

    static List<Dashboard> pages() {
        return List.of(
                OverviewPage.page(),
                ModelsPage.page(),
                CostPage.page(),
                MessagesPage.page(),
                ToolsPage.page(),
                FleetPage.page(),
                RuntimePage.page(),
                GatewayPage.page());
    }

    /** Returns the text of each file, by its path below {@code grafana/}. */
    static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Dashboard page : pages()) {
            String file = page.uid() + ".json";
            files.put("dashboards/" + file, page.text());
            files.put("kubernetes/" + page.uid() + ".yaml", ConfigMap.of(page.page(), file, page.text()));
        }
        files.put("kubernetes/kustomization.yaml", ConfigMap.kustomization(pages()));
        return files;
    }
}
