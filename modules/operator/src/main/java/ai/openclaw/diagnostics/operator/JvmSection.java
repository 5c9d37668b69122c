package ai.openclaw.diagnostics.operator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.stream.Collector;

/** What the JVM tells about itself. */
final class JvmSection {

    private JvmSection() {}

    static JsonObject json() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new JsonObject()
                .put("version", Runtime.version().toString())
                .put("vendor", System.getProperty("java.vendor"))
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("heapUsedBytes", heap.getUsed())
                .put("heapMaxBytes", heap.getMax() < 0 ? null : heap.getMax())
                .put("rssBytes", ResidentMemory.bytes())
                .put("threads", ManagementFactory.getThreadMXBean().getThreadCount())
                .put(
                        "collectors",
                        ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .map(JvmSection::collector)
                                .collect(toArray()));
    }

    private static JsonObject collector(GarbageCollectorMXBean collector) {
        return new JsonObject()
                .put("name", collector.getName())
                .put("collections", collector.getCollectionCount())
                .put("timeMs", collector.getCollectionTime());
    }

    /** Collects into an array of JSON. */
    static Collector<Object, JsonArray, JsonArray> toArray() {
        return Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll);
    }
}
