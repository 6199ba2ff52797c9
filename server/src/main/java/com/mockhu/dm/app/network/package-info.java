/**
 * Owns: the listening sockets and what is set on them: bounds of heads and frames, compression, and
 * which requests open a WebSocket.
 *
 * <p>Threads: one listener for each event loop.
 *
 * <p>May use: settings, start, feed, platform.
 */
package com.mockhu.dm.app.network;
