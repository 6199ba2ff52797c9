package com.mockhu.dm.platform.http;

/** What answers a route. Runs on a virtual thread of its own and may block. */
@FunctionalInterface
public interface Endpoint {
  HttpResult answer(Request request);
}
