package com.mockhu.dm.identity.session;

import com.mockhu.dm.identity.token.TokenClaims;
import com.mockhu.dm.identity.token.TokenVerifier;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Caller;
import java.util.Optional;
import java.util.UUID;

/** Authenticates callers by tokens of this server or of the host application. */
public final class TokenAuthenticator implements Authenticator {
  private final IdentityMode identity;
  private final TokenVerifier verifier;
  private final Accounts accounts;
  private final Sessions sessions;

  public TokenAuthenticator(
      IdentityMode identity, TokenVerifier verifier, Accounts accounts, Sessions sessions) {
    this.identity = identity;
    this.verifier = verifier;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  public Caller authenticate(String token) {
    TokenClaims claims = verifier.verify(token);
    Optional<Account> account =
        Optional.ofNullable(claims.subject()).flatMap(accounts::findArrival);
    if (account.map(Account::isDisabled).orElse(false)) {
      throw Accounts.disabled();
    }
    UUID userId = account.map(Account::id).orElse(null);
    if (userId == null && !claims.isService()) {
      throw ApiException.unauthorized("The user of the token does not exist here.");
    }
    UUID sessionId = userId == null ? null : session(claims);
    if (sessionId != null && !sessions.isOpen(sessionId, userId)) {
      throw ApiException.unauthorized("The token's session has ended.");
    }
    return new Caller(userId, claims.isService(), sessionId, claims.expiresAt());
  }

  /** Other issuers use {@code sid} for their own sessions, which are unknown here. */
  private UUID session(TokenClaims claims) {
    return switch (identity) {
      case BUILTIN -> claims.sessionId();
      case EXTERNAL -> null;
    };
  }
}
