package com.mockhu.dm.app.metric;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.settings.Secret;
import java.util.Optional;

/**
 * Who may read the metrics (docs/operations.md).
 *
 * @param token needed when there is one; without it they are for this machine alone
 */
public record MetricsSettings(boolean on, Optional<Secret> token) {
  private static final int LEAST_LENGTH = 16;

  public static MetricsSettings from(Environment environment) {
    return new MetricsSettings(
        environment.flag("DM_METRICS", true),
        environment.secret("DM_METRICS_TOKEN").map(MetricsSettings::checked));
  }

  private static Secret checked(Secret token) {
    if (token.value().length() < LEAST_LENGTH) {
      throw new StartupException("DM_METRICS_TOKEN is shorter than 16 characters.");
    }
    return token;
  }
}
