package com.mockhu.dm.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads the claims of a verified token. */
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

  /** Null also for text that is not a UUID, which cannot be an id of this server. */
  private static UUID id(Object value) {
    try {
      boolean fits = value instanceof String text && text.length() == UUID_LENGTH;
      return fits ? UUID.fromString((String) value) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** {@code scope} is a string of words (RFC 8693 §4.2); some hosts write an array. */
  private static boolean hasScope(Object scope) {
    return switch (scope) {
      case String text -> List.of(text.split(" ")).contains(SERVICE_SCOPE);
      case Collection<?> texts -> texts.stream().anyMatch(text -> text != null && hasScope(text));
      case null -> false;
      case Object _ -> false;
    };
  }
}
