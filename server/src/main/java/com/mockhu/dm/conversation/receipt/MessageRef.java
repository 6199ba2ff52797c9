package com.mockhu.dm.conversation.receipt;

import java.util.UUID;

/** A message, as far as receipts are concerned. */
public record MessageRef(UUID id, long seq, UUID senderId) {}
