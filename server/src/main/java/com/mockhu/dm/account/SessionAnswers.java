package com.mockhu.dm.account;

import com.mockhu.dm.account.token.TokenIssuer;

/** Makes the answer to a sign-in: the person, and tokens for their session. */
final class SessionAnswers {
  private final Accounts accounts;
  private final TokenIssuer issuer;

  SessionAnswers(Accounts accounts, TokenIssuer issuer) {
    this.accounts = accounts;
    this.issuer = issuer;
  }

  SignedIn to(Session session) {
    return new SignedIn(
        accounts.require(session.userId()).view(),
        issuer.issue(session.userId(), session.id()),
        session.refreshToken(),
        "Bearer",
        issuer.lifetime().toSeconds());
  }
}
