package com.mockhu.dm.web;

import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/** Lets a browser talk to the server, or not, without the browser knowing why. */
final class Gatekeeper {
  private static final String API = "**/v1/**";

  private final Visitor visitor;
  private final List<WebSocketRoute> sockets = new ArrayList<>();
  private boolean isShut;

  Gatekeeper(Visitor visitor) {
    this.visitor = visitor;
    visitor.context().routeWebSocket("**/v1/ws/**", this::arrive);
  }

  private void arrive(WebSocketRoute socket) {
    if (isShut) {
      socket.close();
    } else {
      socket.connectToServer();
      sockets.add(socket);
    }
  }

  void shuts() {
    isShut = true;
    visitor.context().route(API, route -> route.abort());
    sockets.forEach(WebSocketRoute::close);
    sockets.clear();
  }

  void opens() {
    isShut = false;
    visitor.context().unroute(API);
  }
}
