package com.mockhu.dm.chaos;

import com.mockhu.dm.chaos.check.Anomaly;
import com.mockhu.dm.chaos.history.History;
import java.time.Duration;
import java.util.List;

/**
 * The result of a round.
 *
 * @param struck nanoseconds since the round began
 * @param healed as {@code struck}
 * @param recovery from the end of the fault until both transports acknowledged again
 * @param slowest the longest that any operation waited for its acknowledgement
 */
public record Verdict(
    History history,
    long struck,
    long healed,
    Duration recovery,
    Duration slowest,
    List<Anomaly> anomalies) {}
