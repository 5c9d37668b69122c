package ai.openclaw.diagnostics.auth;

/**
 * Requests that were refused at the routes of operators since the start.
 *
 * @param wrong with a wrong credential
 * @param missing without a credential, or with one in another form
 * @param lockedOut from an address that was locked out, whatever they held
 */
public record AuthenticationCounts(long wrong, long missing, long lockedOut) {}
