package com.mockhu.dm.feed;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Caller;

/** The {@code auth} frame: a fresh token for a socket whose own is about to end. */
final class Renewal implements FrameHandler {
  private final Authenticator authenticator;

  Renewal(Authenticator authenticator) {
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
      throw ApiException.unauthorized("This token belongs to somebody else.");
    }
    connection.renew(caller);
    connection.answer(Frames.authenticated(frame.ref()));
  }
}
