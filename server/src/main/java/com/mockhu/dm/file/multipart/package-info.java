/**
 * Owns: reading {@code multipart/form-data} (RFC 7578) as a stream.
 *
 * <p>Invariant: no more than one buffer of a body is in memory, whatever its size. Threads: one for
 * each body.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.file.multipart;
