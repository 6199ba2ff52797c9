package com.mockhu.dm.walkthrough.actor;

/** The open sockets of the two. */
public record Sockets(Socket mayas, Socket jonases) {}
