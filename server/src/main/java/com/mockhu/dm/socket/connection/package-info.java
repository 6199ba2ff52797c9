/**
 * Owns: the open sockets of this server, from greeting to close, and the frames of the protocol
 * itself ({@code ping}, {@code resume}, {@code auth}).
 *
 * <p>Other features register a {@link com.mockhu.dm.socket.connection.FrameHandler} for each type
 * of client frame, and a {@link com.mockhu.dm.socket.connection.SocketListener}; they reach sockets
 * through {@link com.mockhu.dm.socket.connection.OpenSockets}.
 *
 * <p>Invariant: a socket is registered before its position in the feed is read, so that no event is
 * lost in between.
 */
package com.mockhu.dm.socket.connection;
