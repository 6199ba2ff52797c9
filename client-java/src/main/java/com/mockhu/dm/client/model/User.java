package com.mockhu.dm.client.model;

import java.util.UUID;

/**
 * A person as others see them.
 *
 * @param avatarUrl null without a picture; below the server's address when it begins with {@code /}
 */
public record User(UUID id, String username, String fullName, String avatarUrl) {}
