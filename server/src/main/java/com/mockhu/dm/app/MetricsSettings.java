package com.mockhu.dm.app;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.settings.GeneratedSecret;
import com.mockhu.dm.platform.settings.Secret;
import java.nio.file.Path;

/**
 * Who may read the metrics (docs/operations.md).
 *
 * @param token what a reader must bring
 * @param isLocalFree also without it from this machine: the operator says that no proxy runs on it
 */
record MetricsSettings(boolean on, Secret token, boolean isLocalFree) {
  private static final int LEAST_LENGTH = 16;

  static MetricsSettings from(Environment environment, Path dataFolder) {
    return new MetricsSettings(
        environment.flag("DM_METRICS", true),
        environment
            .text("DM_METRICS_TOKEN")
            .map(MetricsSettings::checked)
            .orElseGet(() -> GeneratedSecret.in(dataFolder.resolve("secrets"), "metrics")),
        environment.flag("DM_METRICS_LOCAL", false));
  }

  private static Secret checked(String token) {
    if (token.length() < LEAST_LENGTH) {
      throw new StartupException("DM_METRICS_TOKEN is shorter than 16 characters.");
    }
    return new Secret(token);
  }
}
