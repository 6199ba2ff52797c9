/**
 * The product as seen from the network: people and their tokens, and the parser of single fields.
 *
 * <p>Owns: what {@code wire.rest}, {@code wire.socket} and {@code wire.xmpp} share. Invariants:
 * nothing on the path of a message allocates more than its buffer or parses JSON into a tree,
 * because the generator shares its processors with the server that it measures. May use: nothing
 * else of this module.
 */
package com.mockhu.dm.bench.wire;
