package com.mockhu.dm.walkthrough;

/** The open sockets of the two. */
record Sockets(Socket mayas, Socket jonases) {}
