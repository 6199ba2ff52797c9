package com.mockhu.dm.people.account;

/**
 * The privacy settings of a person.
 *
 * @param readReceipts whether others see what the person has read
 * @param showOnline whether others see the person online
 */
public record AccountPreferences(
    WhoCanMessage whoCanMessage, boolean readReceipts, boolean showOnline) {}
