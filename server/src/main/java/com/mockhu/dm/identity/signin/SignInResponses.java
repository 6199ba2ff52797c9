package com.mockhu.dm.identity.signin;

import com.mockhu.dm.identity.session.IssuedSession;
import com.mockhu.dm.identity.token.TokenIssuer;
import com.mockhu.dm.people.account.Accounts;

/** Builds the response to a sign-in: the person, and tokens for their session. */
public final class SignInResponses {
  private final Accounts accounts;
  private final TokenIssuer issuer;

  public SignInResponses(Accounts accounts, TokenIssuer issuer) {
    this.accounts = accounts;
    this.issuer = issuer;
  }

  SignInResponse to(IssuedSession session) {
    return new SignInResponse(
        accounts.require(session.userId()).view(),
        issuer.issue(session.userId(), session.id()),
        session.refreshToken(),
        "Bearer",
        issuer.lifetime().toSeconds());
  }
}
