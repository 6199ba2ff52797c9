package com.mockhu.dm.bench.run;

import java.util.UUID;

/** A row of {@code messages}, as far as the verification looks at it. */
record StoredMessage(UUID clientMessageId, long seq) {}
