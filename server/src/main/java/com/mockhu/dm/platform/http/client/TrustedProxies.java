package com.mockhu.dm.platform.http.client;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** The proxies whose word on a client's address counts ({@code DM_TRUSTED_PROXIES}). */
public record TrustedProxies(List<AddressRange> ranges) {
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final String SETTING = "DM_TRUSTED_PROXIES";

  public static TrustedProxies from(Environment environment) {
    return parse(environment.text(SETTING, ""));
  }

  static TrustedProxies parse(String text) {
    return new TrustedProxies(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .map(TrustedProxies::range)
            .toList());
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text)
        .orElseThrow(
            () ->
                new StartupException(
                    SETTING
                        + " has \""
                        + text
                        + "\", which is no address or range such as 10.0.0.0/8 or fd00::/8."));
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public boolean contains(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
