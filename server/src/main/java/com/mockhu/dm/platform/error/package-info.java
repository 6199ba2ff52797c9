/**
 * Owns: the one error type, the one list of codes, and the one mapping from a fault to an answer.
 *
 * <p>Invariant: no text of an unexpected exception ever reaches a client (behaviour §1).
 */
package com.mockhu.dm.platform.error;
