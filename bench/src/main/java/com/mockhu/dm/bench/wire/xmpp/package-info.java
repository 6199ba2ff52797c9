/**
 * The peers as they are seen from the network: XMPP over plain TCP (RFC 6120).
 *
 * <p>Owns: signing in by SASL PLAIN, binding a resource, taking stanzas off the stream. Invariants:
 * as in {@code wire}, no tree is built of what arrives. Threads: a stream belongs to one event loop
 * for life. May use: wire.
 */
package com.mockhu.dm.bench.wire.xmpp;
