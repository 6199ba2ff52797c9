package com.mockhu.dm.people.write;

import com.mockhu.dm.people.name.Username;
import java.util.List;
import java.util.UUID;

/**
 * What the host application, or a sign-up, says of a person; checked.
 *
 * @param followers added to those there are, or in their place
 * @param replacesFollowers whether {@code followers} are all there are from now on
 */
public record Person(
    UUID id,
    Username username,
    String fullName,
    String avatarUrl,
    List<UUID> followers,
    boolean replacesFollowers) {}
