package com.mockhu.dm.file.storage;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.settings.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How to reach an S3-compatible store (docs/settings.md).
 *
 * @param endpoint empty for Amazon's endpoint of the region
 * @param isPathStyle names the bucket in the path rather than in the host
 */
public record S3Settings(
    Optional<URI> endpoint,
    String region,
    String bucket,
    String prefix,
    Secret accessKey,
    Secret secretKey,
    boolean isPathStyle) {
  private static final List<String> NEEDED =
      List.of("DM_S3_BUCKET", "DM_S3_ACCESS_KEY", "DM_S3_SECRET_KEY");
  private static final List<String> SECRETS = List.of("DM_S3_ACCESS_KEY", "DM_S3_SECRET_KEY");
  private static final Secret NONE = new Secret("");
  private static final List<String> OTHERS =
      List.of("DM_S3_ENDPOINT", "DM_S3_REGION", "DM_S3_PREFIX", "DM_S3_PATH_STYLE");

  /**
   * @param isWanted whether DM_STORAGE is s3; if not, the result is empty
   * @throws StartupException when a setting is missing, or set although it is not wanted
   */
  public static Optional<S3Settings> from(Environment environment, boolean isWanted) {
    S3Settings settings = read(environment);
    for (String name : NEEDED) {
      if (isWanted && !isSet(environment, name)) {
        throw new StartupException("DM_STORAGE is s3, so " + name + " must be set.");
      }
      refuseUnwanted(environment, isWanted, name);
    }
    OTHERS.forEach(name -> refuseUnwanted(environment, isWanted, name));
    return isWanted ? Optional.of(settings) : Optional.empty();
  }

  private static S3Settings read(Environment environment) {
    Optional<URI> endpoint = environment.text("DM_S3_ENDPOINT").map(S3Settings::address);
    return new S3Settings(
        endpoint,
        matching("DM_S3_REGION", environment.text("DM_S3_REGION", "us-east-1"), "[a-z0-9-]+"),
        matching("DM_S3_BUCKET", environment.text("DM_S3_BUCKET", ""), "[a-zA-Z0-9._-]*"),
        matching("DM_S3_PREFIX", environment.text("DM_S3_PREFIX", ""), "([A-Za-z0-9_-]+/)*"),
        environment.secret("DM_S3_ACCESS_KEY").orElse(NONE),
        environment.secret("DM_S3_SECRET_KEY").orElse(NONE),
        environment.flag("DM_S3_PATH_STYLE", endpoint.isPresent()));
  }

  private static void refuseUnwanted(Environment environment, boolean isWanted, String name) {
    if (!isWanted && isSet(environment, name)) {
      throw new StartupException(name + " is set, but DM_STORAGE is local.");
    }
  }

  private static boolean isSet(Environment environment, String name) {
    return SECRETS.contains(name)
        ? environment.secret(name).isPresent()
        : environment.text(name).isPresent();
  }

  private static String matching(String name, String text, String pattern) {
    if (!text.matches(pattern)) {
      throw new StartupException(name + " is \"" + text + "\" but must match " + pattern + ".");
    }
    return text;
  }

  private static URI address(String text) {
    try {
      URI uri = URI.create(text);
      if (String.valueOf(uri.getScheme()).matches("https?") && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw badAddress();
    }
    throw badAddress();
  }

  /** Without the address itself, which may hold a password. */
  private static StartupException badAddress() {
    return new StartupException("DM_S3_ENDPOINT must look like https://storage.example.org:9000.");
  }
}
