/**
 * WebSockets on event loops, at a low cost per frame.
 *
 * <p>Owns: the handshake, reading and masking of frames, message frames made by changing bytes of a
 * template. Invariants: sending or receiving a message allocates nothing but its buffer. Threads: a
 * socket belongs to one event loop for life. May use: wire.
 */
package com.mockhu.dm.bench.wire.socket;
