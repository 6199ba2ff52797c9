package com.mockhu.dm.account;

import java.util.List;
import java.util.UUID;

/**
 * What the host application, or a sign-up, says of a person; checked.
 *
 * @param followers added to those there are
 */
record Person(UUID id, String username, String fullName, String avatarUrl, List<UUID> followers) {}
