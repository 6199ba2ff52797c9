package com.mockhu.dm.socket;

import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.OpenSockets;
import com.mockhu.dm.socket.connection.SocketListener;
import com.mockhu.dm.socket.transport.CloseCode;
import java.util.UUID;

/** Closes the sockets of an account or a sign-in that has ended, at every server. */
final class CloseRevokedSockets implements AccountListener, SessionListener, SocketListener {
  private final OpenSockets sockets;
  private final Accounts accounts;
  private final Hints hints;

  CloseRevokedSockets(OpenSockets sockets, Accounts accounts, Hints hints) {
    this.sockets = sockets;
    this.accounts = accounts;
    this.hints = hints;
    hints.on(Hint.SessionEnded.class, this::close);
    hints.on(Hint.OtherSessionsEnded.class, this::close);
    hints.on(Hint.AccountEnded.class, ended -> close(ended.userId()));
  }

  @Override
  public AccountStage stage() {
    return AccountStage.SOCKETS;
  }

  @Override
  public void deleted(UUID userId) {
    hints.tellAll(new Hint.AccountEnded(userId));
  }

  @Override
  public void disabled(UUID userId) {
    hints.tellAll(new Hint.AccountEnded(userId));
  }

  @Override
  public void signedOut(UUID userId, UUID sessionId) {
    hints.tellAll(new Hint.SessionEnded(userId, sessionId));
  }

  @Override
  public void signedOutElsewhere(UUID userId, UUID kept) {
    hints.tellAll(new Hint.OtherSessionsEnded(userId, kept));
  }

  private void close(UUID userId) {
    accounts.changed(userId);
    sockets.of(userId).forEach(connection -> connection.close(CloseCode.ACCOUNT_GONE));
  }

  private void close(Hint.SessionEnded ended) {
    sockets.of(ended.userId()).stream()
        .filter(connection -> ended.sessionId().equals(connection.caller().sessionId()))
        .forEach(connection -> connection.close(CloseCode.TOKEN_ENDED));
  }

  private void close(Hint.OtherSessionsEnded ended) {
    UUID kept = ended.kept();
    for (Connection connection : sockets.of(ended.userId())) {
      UUID sessionId = connection.caller().sessionId();
      // A token without a session outlives a change of password, and so does its socket.
      boolean isKept = kept != null && (sessionId == null || sessionId.equals(kept));
      if (!isKept) {
        connection.close(CloseCode.TOKEN_ENDED);
      }
    }
  }

  /** The account may have been disabled after its token was checked. */
  @Override
  public void opened(UUID userId) {
    if (accounts.findArrival(userId).map(Account::isDisabled).orElse(false)) {
      close(userId);
    }
  }
}
