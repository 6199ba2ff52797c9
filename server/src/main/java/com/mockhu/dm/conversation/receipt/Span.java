package com.mockhu.dm.conversation.receipt;

import java.util.UUID;

/** Messages of which one wants to know whether the person has got and read them. */
public record Span(UUID conversationId, UUID userId, SeqRange seqs) {}
