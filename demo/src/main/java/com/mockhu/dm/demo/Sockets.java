package com.mockhu.dm.demo;

/** The open sockets of the two. */
record Sockets(Socket mayas, Socket jonases) {}
