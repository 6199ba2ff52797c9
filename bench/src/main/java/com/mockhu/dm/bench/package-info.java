/**
 * The load generator: a process of its own that knows the product only over the wire.
 *
 * <p>Owns: the command line. May use: everything below.
 */
package com.mockhu.dm.bench;
