package com.mockhu.dm.client.model;

/**
 * Whether this account may message a person.
 *
 * @param reason a sentence why not; null when one may
 * @param reasonCode the same for programs; null when one may
 */
public record Permission(boolean canMessage, String reason, String reasonCode) {}
