package com.mockhu.dm.identity.signin;

import com.mockhu.dm.identity.session.Session;
import com.mockhu.dm.identity.token.TokenIssuer;
import com.mockhu.dm.people.account.Accounts;

/** Makes the answer to a sign-in: the person, and tokens for their session. */
public final class SessionAnswers {
  private final Accounts accounts;
  private final TokenIssuer issuer;

  public SessionAnswers(Accounts accounts, TokenIssuer issuer) {
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
