package ai.openclaw.diagnostics.otlp;

import io.vertx.core.buffer.Buffer;

/**
 * What a receiver answered.
 *
 * @param status of HTTP
 * @param retryAfterMs as {@link RetryAfter#parse} has it
 * @param body empty if it is too large to be what OTLP answers
 */
record OtlpResponse(int status, long retryAfterMs, Buffer body) {}
