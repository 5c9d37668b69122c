package ai.openclaw.diagnostics.operator;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the threads do: their states and frames, in at most 512 threads of 64 frames each. */
final class ThreadFile {

    private static final int MAX_THREADS = 512;
    private static final int MAX_FRAMES = 64;

    /** How threads are called that the JDK, Vert.x or this project made; other names may hold anything. */
    private static final List<String> KNOWN = List.of(
            "main",
            "vert.x-",
            "netty",
            "globalEventExecutor",
            "Reference Handler",
            "Finalizer",
            "Signal Dispatcher",
            "Common-Cleaner",
            "Notification Thread",
            "Attach Listener",
            "ForkJoinPool",
            "DestroyJavaVM",
            "log-writer",
            "log-archives",
            "diagnostics-",
            "gateway-",
            "acceptor-thread",
            "SIGTERM handler",
            "SIGINT handler");

    private ThreadFile() {}

    static String text() {
        ThreadInfo[] threads = ManagementFactory.getThreadMXBean().dumpAllThreads(false, false, MAX_FRAMES);
        String shown = Arrays.stream(threads)
                .sorted(Comparator.comparingLong(ThreadInfo::getThreadId))
                .limit(MAX_THREADS)
                .map(ThreadFile::text)
                .collect(Collectors.joining("\n"));
        return threads.length + " threads\n\n" + shown;
    }

    private static String text(ThreadInfo thread) {
        return name(thread.getThreadName()) + " " + thread.getThreadState() + "\n"
                + Arrays.stream(thread.getStackTrace())
                        .map(frame -> "    " + frame.getClassName() + "." + frame.getMethodName() + ":"
                                + frame.getLineNumber() + "\n")
                        .collect(Collectors.joining());
    }

    /** Returns the known beginning of a name, since the rest may be of a plugin. */
    static String name(String name) {
        return KNOWN.stream().filter(name::startsWith).findFirst().orElse("other");
    }
}
