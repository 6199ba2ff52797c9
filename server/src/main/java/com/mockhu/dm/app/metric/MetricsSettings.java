package com.mockhu.dm.app.metric;

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
public record MetricsSettings(boolean on, Secret token, boolean isLocalFree) {
  private static final int LEAST_LENGTH = 16;

  public static MetricsSettings from(Environment environment, Path dataFolder) {
    return new MetricsSettings(
        environment.flag("DM_METRICS", true),
        environment
            .secret("DM_METRICS_TOKEN")
            .map(MetricsSettings::checked)
            .orElseGet(() -> GeneratedSecret.in(dataFolder.resolve("secrets"), "metrics")),
        environment.flag("DM_METRICS_LOCAL", false));
  }

  private static Secret checked(Secret token) {
    if (token.value().length() < LEAST_LENGTH) {
      throw new StartupException("DM_METRICS_TOKEN is shorter than 16 characters.");
    }
    return token;
  }
}
