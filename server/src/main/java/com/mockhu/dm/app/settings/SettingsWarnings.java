package com.mockhu.dm.app.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start what an operator would not want to find out later. */
public final class SettingsWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsWarnings.class);

  private SettingsWarnings() {}

  public static void log(ServerSettings settings) {
    if (!settings.limits().on()) {
      LOG.warn("DM_LIMITS is off: nobody is held to any rate. Never run like this in public.");
    }
    if (settings.isPublic() && settings.identity().secret().isEmpty()) {
      LOG.warn(
          "DM_HOST is {}, so others can connect, but DM_JWT_SECRET is not set: tokens are signed"
              + " with the generated secret in the data folder.",
          settings.host());
    }
    if (settings.identity().isWithoutKeys()) {
      LOG.warn(
          "DM_IDENTITY is external, but neither DM_JWKS_URL nor DM_JWT_SECRET is set: only tokens"
              + " signed with the generated secret in the data folder are good.");
    }
    if (settings.isUnsafeDatabaseAllowed()) {
      LOG.warn("DM_DATABASE_UNSAFE is on: acknowledged messages may be lost in a crash.");
    }
    if (settings.files().scan().filter(scan -> !scan.isRequired()).isPresent()) {
      LOG.warn("DM_CLAMAV_REQUIRED is off: files are let in unscanned while the scanner is away.");
    }
  }
}
