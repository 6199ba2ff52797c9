package com.mockhu.dm.socket.connection;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.socket.delivery.ServerFrames;

/** The {@code auth} frame: a new token for a socket whose token is about to expire. */
public final class AuthFrame implements FrameHandler {
  private final Authenticator authenticator;

  public AuthFrame(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public boolean isAnswering() {
    return true;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    String token = frame.text("token").orElseThrow(() -> ApiException.invalid("token is missing."));
    Caller caller = authenticator.authenticate(token);
    if (!connection.userId().equals(caller.userId())) {
      throw ApiException.unauthorized("The token belongs to another account than the socket.");
    }
    connection.renew(caller);
    connection.answer(ServerFrames.authenticated(frame.ref()));
  }
}
