package ai.openclaw.diagnostics.recording;

import ai.openclaw.diagnostics.policy.PolicyRule;

/**
 * How often values of a label were replaced by its fallback.
 *
 * @param label the label's name
 * @param rule the rule that refused them
 * @param count at least 1; an event that updates the series of two groups asks twice
 */
public record RefusedValues(String label, PolicyRule rule, long count) {}
