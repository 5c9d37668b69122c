package ai.openclaw.diagnostics.policy;

/** Is told by which rule a label value was refused, never the value. */
@FunctionalInterface
public interface RefusalListener {

    /** Takes note of a refusal, on the thread that asked the policy: any thread. It must neither block nor throw. */
    void refused(PolicyRule rule);
}
