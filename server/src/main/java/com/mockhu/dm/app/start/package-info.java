/**
 * Owns: the command line, the order in which what was started is stopped, and the one sentence of a
 * start that failed.
 *
 * <p>Invariant: whatever was started before a failure is stopped in reverse order.
 */
package com.mockhu.dm.app.start;
