/**
 * The composition root: settings in, a running server out.
 *
 * <p>Owns the order in which things start and stop, and the wiring of the features. Nobody else
 * puts parts of two features together.
 *
 * <p>Threads: the main thread starts, the shutdown hook stops.
 *
 * <p>May use: everything; nothing may use it.
 */
package com.mockhu.dm.app;
