package ai.openclaw.diagnostics.operator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The process and its memory. Of the arguments of the virtual machine only those that hold a size or a switch. */
final class ProcessFiles {

    private static final Pattern OPTION = Pattern.compile(
            "-X(mx|ms|ss)\\d{1,12}[kKmMgG]?|-XX:[+-][A-Za-z0-9]{1,60}|-XX:[A-Za-z0-9]{1,60}=\\d{1,15}[kKmMgG]?"
                    + "|-Xshare:[a-z]{1,10}|-server");

    private ProcessFiles() {}

    static JsonObject memory() {
        JsonArray pools = new JsonArray();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pools.add(usage(pool.getUsage()).put("name", pool.getName()));
        }
        JsonArray buffers = new JsonArray();
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            buffers.add(new JsonObject()
                    .put("name", pool.getName())
                    .put("count", pool.getCount())
                    .put("usedBytes", pool.getMemoryUsed())
                    .put("capacityBytes", pool.getTotalCapacity()));
        }
        return new JsonObject()
                .put("rssBytes", ResidentMemory.bytes())
                .put("heap", usage(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage()))
                .put("pools", pools)
                .put("buffers", buffers)
                .put("loadedClasses", ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static JsonObject usage(MemoryUsage usage) {
        return new JsonObject()
                .put("usedBytes", usage.getUsed())
                .put("committedBytes", usage.getCommitted())
                .put("maxBytes", usage.getMax() < 0 ? null : usage.getMax());
    }

    static JsonObject process() {
        return new JsonObject()
                .put("pid", ProcessHandle.current().pid())
                .put("java", Runtime.version().toString())
                .put("vendor", System.getProperty("java.vendor"))
                .put("os", System.getProperty("os.name"))
                .put("arch", System.getProperty("os.arch"))
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("uptimeMs", ManagementFactory.getRuntimeMXBean().getUptime())
                .put("options", options(ManagementFactory.getRuntimeMXBean().getInputArguments()))
                .put("cgroupCpuMax", firstLine("/sys/fs/cgroup/cpu.max"))
                .put("cgroupMemoryMax", firstLine("/sys/fs/cgroup/memory.max"))
                .put("locale", Locale.getDefault().toLanguageTag())
                .put("timeZone", TimeZone.getDefault().getID());
    }

    /** Returns those that cannot hold anything else. */
    static JsonArray options(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> OPTION.matcher(argument).matches())
                .collect(JvmSection.toArray());
    }

    private static @Nullable String firstLine(String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            return lines.isEmpty() ? null : lines.get(0);
        } catch (IOException e) {
            return null; // no container, or no Linux
        }
    }
}
