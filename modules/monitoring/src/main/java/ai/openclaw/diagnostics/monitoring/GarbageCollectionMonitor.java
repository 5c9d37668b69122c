package ai.openclaw.diagnostics.monitoring;

import static com.sun.management.GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.GarbageCollection;
import ai.openclaw.diagnostics.events.Provenance;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Publishes each garbage collection that stopped this process; what a collector does beside the program's threads is no
 * pause and is left out.
 *
 * <p>On the virtual machine's own thread for notifications, to the millisecond. Any thread may close it.
 */
final class GarbageCollectionMonitor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GarbageCollectionMonitor.class.getName());

    /** Parts of the names under which collectors count work that stops nothing: G1's, and those of ZGC and Shenandoah. */
    private static final List<String> CONCURRENT = List.of("Concurrent", "Cycles");

    private final NotificationListener listener;

    private GarbageCollectionMonitor(DiagnosticsChannel channel) {
        this.listener = (notification, handback) -> publish(notification, channel);
    }

    /** Starts to publish on a channel. */
    public static GarbageCollectionMonitor start(DiagnosticsChannel channel) {
        GarbageCollectionMonitor monitor = new GarbageCollectionMonitor(channel);
        collectors().forEach(collector -> collector.addNotificationListener(monitor.listener, null, null));
        return monitor;
    }

    private static List<NotificationEmitter> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> isPause(bean.getName()))
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .toList();
    }

    /** Tells whether what a {@link GarbageCollectorMXBean} of this name counts stops the program's threads. */
    static boolean isPause(String name) {
        return CONCURRENT.stream().noneMatch(name::contains);
    }

    private static void publish(Notification notification, DiagnosticsChannel channel) {
        if (notification.getType().equals(GARBAGE_COLLECTION_NOTIFICATION)) {
            long durationMs = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo()
                    .getDuration();
            channel.publish(GarbageCollection.builder().durationMs(durationMs).build(), Provenance.INTERNAL);
        }
    }

    /** Ends the notifications; closing twice does nothing. */
    @Override
    public void close() {
        for (NotificationEmitter collector : collectors()) {
            try {
                collector.removeNotificationListener(listener);
            } catch (JMException e) { // closed already
                LOG.log(System.Logger.Level.DEBUG, "Garbage collections were not published any more.", e);
            }
        }
    }
}
