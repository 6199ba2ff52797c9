/**
 * Owns: the page that Prometheus reads, who may read it, and the figures of the JVM.
 *
 * <p>Invariant: without a token the page answers connections of this machine alone.
 */
package com.mockhu.dm.app.metric;
