package com.mockhu.dm.people.name;

import com.mockhu.dm.platform.settings.Environment;

/**
 * Settings of names and profiles (docs/settings.md).
 *
 * @param usernames {@code DM_USERNAMES}
 * @param reserved {@code DM_RESERVED_USERNAMES}; applies to sign-ups, not to the host application
 * @param profiles {@code DM_PROFILES}
 */
public record NameSettings(UsernameRules usernames, ReservedNames reserved, ProfileOwner profiles) {

  /** {@code usual}: the owner of profiles when {@code DM_PROFILES} is not set. */
  public static NameSettings from(Environment environment, ProfileOwner usual) {
    return new NameSettings(
        environment.choice("DM_USERNAMES", UsernameRules.STRICT),
        ReservedNames.of(environment.text("DM_RESERVED_USERNAMES", ReservedNames.DEFAULT)),
        environment.choice("DM_PROFILES", usual));
  }
}
