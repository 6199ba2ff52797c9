package com.mockhu.dm.file.scan;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of the virus scanner (docs/settings.md).
 *
 * @param address of clamd as configured: {@code host:port}, or a path
 * @param isRequired whether files that could not be scanned are refused
 * @param longest for one file, from connecting to the verdict
 */
public record ScanSettings(String address, boolean isRequired, Duration longest) {
  private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\[\\]/]+)]?:(\\d{1,5})");

  /** Empty without a scanner. */
  public static Optional<ScanSettings> from(Environment environment) {
    Optional<String> address = environment.text("DM_CLAMAV_ADDRESS");
    boolean isRequired = environment.flag("DM_CLAMAV_REQUIRED", true);
    long seconds = environment.number("DM_CLAMAV_SECONDS", 30, 1, 600);
    Optional<ScanSettings> settings =
        address.map(text -> new ScanSettings(text, isRequired, Duration.ofSeconds(seconds)));
    settings.ifPresent(ScanSettings::check);
    return settings;
  }

  private void check() {
    Matcher matcher = HOST_AND_PORT.matcher(address);
    boolean isPort = matcher.matches() && Integer.parseInt(matcher.group(2)) <= 65_535;
    if (!isPort && !isPath()) {
      throw new StartupException(
          ("DM_CLAMAV_ADDRESS is \"" + address + "\" but must be host:port")
              + " or the path of a socket, from /.");
    }
  }

  private boolean isPath() {
    return address.startsWith("/");
  }

  /** Resolved for each file, since the scanner's host may change its address. */
  SocketAddress socket() {
    if (isPath()) {
      return UnixDomainSocketAddress.of(address);
    }
    Matcher matcher = HOST_AND_PORT.matcher(address);
    if (!matcher.matches()) {
      throw new IllegalStateException(address);
    }
    return new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}
