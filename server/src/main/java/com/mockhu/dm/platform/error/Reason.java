package com.mockhu.dm.platform.error;

/**
 * Why something is refused, where the error code alone does not state it: {@code
 * details.reason_code} of a failure (docs/errors.md). Each feature declares its own; {@code app}
 * collects them. A code never changes, the message beside it may.
 *
 * @param code for programs
 */
public record Reason(String code) {}
