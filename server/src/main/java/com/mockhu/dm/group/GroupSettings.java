package com.mockhu.dm.group;

import com.mockhu.dm.platform.settings.Environment;
import java.util.Optional;

/**
 * Settings of groups (docs/settings.md).
 *
 * @param members how many a group may have, 2 to 1,000
 * @param publicUrl where clients reach the server, without a slash at the end
 */
public record GroupSettings(int members, Optional<String> publicUrl) {
  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  public static GroupSettings from(Environment environment) {
    return new GroupSettings(
        (int) environment.number("DM_GROUP_MEMBERS", 256, 2, 1_000),
        environment.text("DM_PUBLIC_URL").map(GroupSettings::withoutSlash));
  }
}
