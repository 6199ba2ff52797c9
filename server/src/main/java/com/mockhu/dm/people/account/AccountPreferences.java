package com.mockhu.dm.people.account;

/**
 * What a person chose about their privacy.
 *
 * @param readReceipts whether others learn what the person has read
 * @param showOnline whether others see the person online
 */
public record AccountPreferences(
    WhoCanMessage whoCanMessage, boolean readReceipts, boolean showOnline) {}
