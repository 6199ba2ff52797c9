package com.mockhu.dm.chaos.history;

/** A device was shown a message for the first time, at that moment of the round. */
public record Sight(
    String device, boolean isLive, String conversation, String messageId, long seq, long at) {}
