package com.mockhu.dm.people.name;

import com.mockhu.dm.platform.settings.Environment;

/**
 * Settings of names and profiles (docs/settings.md).
 *
 * @param usernames {@code DM_USERNAMES}
 * @param reserved {@code DM_RESERVED_USERNAMES}; holds for registrations, not for the host
 * @param profiles {@code DM_PROFILES}
 */
public record NameSettings(Usernames usernames, ReservedNames reserved, ProfileOwner profiles) {

  /** {@code usual}: who owns profiles where nothing is set. */
  public static NameSettings from(Environment environment, ProfileOwner usual) {
    return new NameSettings(
        environment.choice("DM_USERNAMES", Usernames.STRICT),
        ReservedNames.of(environment.text("DM_RESERVED_USERNAMES", ReservedNames.DEFAULT)),
        environment.choice("DM_PROFILES", usual));
  }
}
