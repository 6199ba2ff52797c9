package com.mockhu.dm.people.write;

import com.mockhu.dm.people.account.UsernameSql.Holding;
import com.mockhu.dm.people.name.Username;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A person as the host application or a sign-up describes them; checked.
 *
 * @param followers added to the present followers, or put in their place
 * @param replacesFollowers whether {@code followers} replace the present ones
 */
public record Person(
    UUID id,
    Username username,
    String fullName,
    String avatarUrl,
    List<UUID> followers,
    boolean replacesFollowers) {

  boolean hasSameProfile(Person other) {
    return username.equals(other.username)
        && fullName.equals(other.fullName)
        && Objects.equals(avatarUrl, other.avatarUrl);
  }

  Holding holding() {
    return new Holding(username.key(), id);
  }
}
