package com.mockhu.dm.people.account;

import java.util.UUID;

/**
 * How a person is shown everywhere.
 *
 * @param avatarUrl null without an avatar
 */
public record UserView(UUID id, String username, String fullName, String avatarUrl) {}
