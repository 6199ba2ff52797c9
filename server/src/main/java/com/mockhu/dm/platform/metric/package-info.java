/**
 * Owns: counting, and showing the counts as Prometheus reads them (docs/operations.md).
 *
 * <p>The metrics are those of Prometheus's own client. Invariants: counting takes no lock, and
 * labels are looked up before, not at each count; no label holds an id, a name, or anything else
 * that comes from outside. Threads: any.
 *
 * <p>Knows no feature: each keeps its own counts and adds them to {@link
 * com.mockhu.dm.platform.metric.Meters}.
 */
package com.mockhu.dm.platform.metric;
