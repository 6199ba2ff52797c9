package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import io.zonky.test.db.postgres.util.LinuxUtils;

/** PostgreSQL refuses to run as root, so root's server is started in a user namespace. */
final class RootCheck {
  private RootCheck() {}

  /**
   * Passes for every ordinary user, and for root where the system has user namespaces.
   *
   * @throws StartupException for root elsewhere
   */
  static void requireStartable() {
    if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
      throw new StartupException(
          "PostgreSQL does not run as root and this system offers no user namespaces (unshare -U):"
              + " start the server as an ordinary user, or set DM_DATABASE_URL.");
    }
  }
}
