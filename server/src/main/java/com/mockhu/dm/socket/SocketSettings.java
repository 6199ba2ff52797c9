package com.mockhu.dm.socket;

import com.mockhu.dm.platform.settings.Environment;

/**
 * Settings of sockets (docs/settings.md).
 *
 * @param waitingBytes most bytes that wait for all readers together
 */
public record SocketSettings(long waitingBytes) {
  private static final long MEGABYTE = 1 << 20;

  public static SocketSettings from(Environment environment) {
    return new SocketSettings(
        environment.number("DM_MEMORY_SOCKETS_MEGABYTES", 128, 1, 1 << 20) * MEGABYTE);
  }
}
