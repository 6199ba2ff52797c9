package com.mockhu.dm.people.account;

import java.util.UUID;

/**
 * A person as other people see them.
 *
 * @param avatarUrl null without an avatar
 */
public record UserView(UUID id, String username, String fullName, String avatarUrl) {}
