package ai.openclaw.diagnostics.support;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may leave the machine: classes and places of code that is shipped, and redacted sentences of this project.
 *
 * @param name the class, {@code other} if it is not of code that is shipped
 * @param message at most {@value #MAX_MESSAGE} characters; a mark in place of what may be private
 * @param stack at most {@value #MAX_FRAMES} frames as {@code class.method:line}
 * @param cause what led to it, null for nothing; the fifth is the last
 */
public record KeptFailure(
        String name,
        String message,
        List<String> stack,
        @Nullable KeptFailure cause) {

    private static final int MAX_MESSAGE = 500;
    private static final int MAX_FRAMES = 64;
    private static final int MAX_CAUSES = 4;
    private static final String OWN = "ai.openclaw.diagnostics.";

    /** Copies the frames. */
    public KeptFailure {
        stack = List.copyOf(stack);
    }

    /**
     * Returns a failure that this project tells in a sentence.
     *
     * @param type the class of the failure
     * @param sentence is redacted
     */
    public static KeptFailure of(String type, String sentence, Redactor redactor) {
        return new KeptFailure(Redactor.className(type), bounded(redactor.text(sentence)), List.of(), null);
    }

    /** Returns what was thrown. Only messages of this project's exceptions and of the JVM are told. */
    public static KeptFailure of(Throwable thrown, Redactor redactor) {
        return of(thrown, redactor, MAX_CAUSES);
    }

    private static KeptFailure of(Throwable thrown, Redactor redactor, int causes) {
        Throwable cause = thrown.getCause();
        return new KeptFailure(
                Redactor.className(thrown.getClass().getName()),
                message(thrown, redactor),
                Arrays.stream(thrown.getStackTrace())
                        .limit(MAX_FRAMES)
                        .map(KeptFailure::frame)
                        .toList(),
                cause == null || causes == 0 ? null : of(cause, redactor, causes - 1));
    }

    private static String message(Throwable thrown, Redactor redactor) {
        boolean known = thrown instanceof VirtualMachineError
                || thrown.getClass().getName().startsWith(OWN);
        return known ? bounded(redactor.text(String.valueOf(thrown.getMessage()))) : Redactor.MARK;
    }

    private static String bounded(String text) {
        return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) : text;
    }

    private static String frame(StackTraceElement frame) {
        String name = Redactor.className(frame.getClassName());
        return name.equals(frame.getClassName())
                ? name + "." + frame.getMethodName() + ":" + frame.getLineNumber()
                : name;
    }

    /** Returns it as members of a JSON object. */
    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("message", message);
        if (!stack.isEmpty()) {
            members.put("stack", stack);
        }
        if (cause != null) {
            members.put("cause", cause.members());
        }
        return members;
    }
}
