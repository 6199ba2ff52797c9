/**
 * The product as it is seen from the network: tokens, REST calls, WebSocket frames.
 *
 * <p>Owns: opening sockets, reading and building frames. Invariants: nothing on the path of a
 * message allocates more than its buffer or parses JSON into a tree, because the generator shares
 * its processors with what it measures. Threads: a socket belongs to one event loop for life; REST
 * calls block and are for setting up only. May use: nothing else of this module.
 */
package com.mockhu.dm.bench.wire;
