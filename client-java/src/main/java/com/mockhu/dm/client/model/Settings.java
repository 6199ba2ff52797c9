package com.mockhu.dm.client.model;

/**
 * A person's own settings.
 *
 * @param whoCanMessage {@code everyone}, {@code followers} or {@code none}
 */
public record Settings(String whoCanMessage, boolean readReceipts, boolean showOnline) {}
