package com.mockhu.dm.socket.connection;

import com.mockhu.dm.platform.error.ApiException;
import java.util.HashMap;
import java.util.Map;

/** Finds the feature that understands a frame; features know only their own. */
public final class FrameRouter {
  private final Map<String, FrameHandler> handlers = new HashMap<>();

  public void add(FrameType type) {
    if (handlers.putIfAbsent(type.name(), type.handler()) != null) {
      throw new IllegalStateException("Two handlers for frames of type " + type.name());
    }
  }

  /** The types there are, for the test that compares them with the API documents. */
  public java.util.Set<String> types() {
    return java.util.Set.copyOf(handlers.keySet());
  }

  FrameHandler find(ClientFrame frame) {
    FrameHandler handler = handlers.get(frame.type());
    if (handler == null) {
      throw ApiException.invalid("There is no frame of this type.");
    }
    return handler;
  }
}
