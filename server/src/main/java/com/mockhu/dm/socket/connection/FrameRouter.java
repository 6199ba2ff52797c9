package com.mockhu.dm.socket.connection;

import com.mockhu.dm.platform.error.ApiException;
import java.util.HashMap;
import java.util.Map;

/** Finds the handler for a type of frame. */
public final class FrameRouter {
  private final Map<String, FrameHandler> handlers = new HashMap<>();

  public void add(FrameType type) {
    if (handlers.putIfAbsent(type.name(), type.handler()) != null) {
      throw new IllegalStateException("Two handlers for frames of type " + type.name());
    }
  }

  /** The names of all types. */
  public java.util.Set<String> types() {
    return java.util.Set.copyOf(handlers.keySet());
  }

  FrameHandler find(ClientFrame frame) {
    FrameHandler handler = handlers.get(frame.type());
    if (handler == null) {
      throw ApiException.invalid("type is unknown.");
    }
    return handler;
  }
}
