package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.domain.ProcessMetrics.BUILD;
import static ai.openclaw.diagnostics.catalog.domain.ProcessMetrics.BUILD_INFO;

import ai.openclaw.diagnostics.store.SeriesStore;
import java.lang.module.ModuleDescriptor;
import java.util.UUID;

/**
 * Who exports: a build, and a start of it. It does not go through the label policy, which is for what events say: an id of a
 * process is no label there.
 */
final class ExporterIdentity {

    private ExporterIdentity() {}

    /**
     * Shows the identity of a start, under a new random id, if the store's profile has it. To be called before the first event,
     * so that it is the first series and the cap cannot refuse it.
     */
    static void show(SeriesStore store) {
        if (!store.catalog().families(BUILD).isEmpty()) {
            String instance = UUID.randomUUID().toString();
            store.getOrReserve(BUILD, buildId(), instance, "", "", "", "", "", "")
                    .set(BUILD_INFO, 1);
        }
    }

    /** Returns the version of this module, or the empty string on the class path: the label is left out then. */
    private static String buildId() {
        ModuleDescriptor descriptor = ExporterIdentity.class.getModule().getDescriptor();
        return descriptor == null ? "" : descriptor.rawVersion().orElse("");
    }
}
