package ai.openclaw.diagnostics.recording;

/**
 * What became of the events of one type. Each was counted once: {@code seen} is the sum of the others.
 *
 * @param type the type's name, such as {@code run.completed}
 * @param seen events that were published
 * @param recorded trusted events of a type that updates metrics
 * @param ignored trusted events of a type that does not
 * @param untrusted events that are not recorded for lack of trust
 */
public record EventCount(String type, long seen, long recorded, long ignored, long untrusted) {

    static EventCount of(String type, long trusted, boolean isHandled, long untrusted) {
        return new EventCount(type, trusted + untrusted, isHandled ? trusted : 0, isHandled ? 0 : trusted, untrusted);
    }
}
