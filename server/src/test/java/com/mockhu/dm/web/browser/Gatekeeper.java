package com.mockhu.dm.web.browser;

import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.WebSocketRoute;
import com.mockhu.dm.support.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a browser talk to the server, or not, without the browser knowing why. */
public final class Gatekeeper {
  private static final String API = "**/v1/**";

  private final Visitor visitor;
  private final List<WebSocketRoute> sockets = new ArrayList<>();
  private int arrived;
  private boolean isGreeted;
  private boolean isShut;
  private boolean isSilent;
  private String losing;
  private String lost;

  public Gatekeeper(Visitor visitor) {
    this.visitor = visitor;
    visitor.context().routeWebSocket("**/v1/ws/**", this::arrive);
  }

  private void arrive(WebSocketRoute socket) {
    arrived++;
    if (isShut) {
      socket.close();
      return;
    }
    isSilent = false;
    WebSocketRoute server = socket.connectToServer();
    server.onMessage(frame -> pass(frame, socket));
    socket.onMessage(frame -> pass(frame, server));
    sockets.add(socket);
  }

  private void pass(WebSocketFrame frame, WebSocketRoute to) {
    String type = Json.tree(frame.text()).path("type").asText();
    isGreeted |= type.equals("hello");
    if (type.equals(losing)) {
      lost = frame.text();
      losing = null;
    } else if (!isSilent) {
      to.send(frame.text());
    }
  }

  /** How many sockets the browser has opened so far. */
  public int arrived() {
    return arrived;
  }

  public void shuts() {
    isShut = true;
    visitor.context().route(API, route -> route.abort());
    sockets.forEach(WebSocketRoute::close);
    sockets.clear();
  }

  public void opens() {
    isShut = false;
    visitor.context().unroute(API);
  }

  /** Waits until the server has greeted a socket. */
  public void awaitsGreeting() {
    visitor.context().pages().getFirst().waitForCondition(() -> isGreeted);
  }

  /** Closes the open socket, as the server does with this code. */
  public void closes(int code) {
    awaitsGreeting();
    sockets.forEach(each -> each.close(new WebSocketRoute.CloseOptions().setCode(code)));
    sockets.clear();
  }

  /** Passes no bytes until the browser opens another socket; the old one stays open. */
  public void goesSilent() {
    isSilent = true;
    sockets.clear();
  }

  /** The next frame of this type does not arrive. */
  public void loses(String type) {
    losing = type;
    lost = null;
  }

  /** The frame that did not arrive. */
  public Optional<String> lost() {
    return Optional.ofNullable(lost);
  }

  /** The server seems to say this. */
  public void says(String frame) {
    sockets.getLast().send(frame);
  }
}
