/** The WebSocket: handshake, sign-in, frames, limits and resumption. */
package com.mockhu.dm.scenario.socket;
