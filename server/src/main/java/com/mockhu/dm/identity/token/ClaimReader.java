package com.mockhu.dm.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads what the server needs to know from the claims of a token that holds. */
final class ClaimReader {
  private static final String SERVICE_SCOPE = "dm:admin";
  private static final int UUID_LENGTH = 36;

  private ClaimReader() {}

  static TokenClaims read(JWTClaimsSet claims) {
    return new TokenClaims(
        id(claims.getSubject()),
        id(claims.getClaim("sid")),
        claims.getExpirationTime().toInstant(),
        hasScope(claims.getClaim("scope")));
  }

  /** Null also for text that is no UUID: such a value names nothing here. */
  private static UUID id(Object value) {
    try {
      boolean fits = value instanceof String text && text.length() == UUID_LENGTH;
      return fits ? UUID.fromString((String) value) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** {@code scope} is words in one text (RFC 8693 §4.2), or an array as some hosts write it. */
  private static boolean hasScope(Object scope) {
    return switch (scope) {
      case String text -> List.of(text.split(" ")).contains(SERVICE_SCOPE);
      case Collection<?> texts -> texts.stream().anyMatch(text -> text != null && hasScope(text));
      case null -> false;
      case Object _ -> false;
    };
  }
}
