package com.mockhu.dm.socket.connection;

/**
 * A type of frame that clients may send.
 *
 * @param name as it stands in the frame
 */
public record FrameType(String name, FrameHandler handler) {}
