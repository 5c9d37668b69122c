package ai.openclaw.diagnostics.auth;

import java.net.InetAddress;

/**
 * Where a request comes from.
 *
 * @param address the address that wrong attempts are counted for
 * @param isLocal whether the caller is a program on this machine, and not a proxy on it that passes on what others send
 */
public record Caller(InetAddress address, boolean isLocal) {}
