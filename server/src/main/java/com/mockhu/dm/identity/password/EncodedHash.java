package com.mockhu.dm.identity.password;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored hash in the PHC string format. The library's own codec depends on the locale: under a
 * Turkish one it writes {@code argon2ıd} and cannot read {@code argon2id}.
 */
record EncodedHash(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,9}),t=([0-9]{1,9}),p=([0-9]{1,9})"
              + "\\$([A-Za-z0-9+/]{1,128})\\$([A-Za-z0-9+/]{1,128})");

  static EncodedHash of(Argon2Function function, Hash made) {
    return new EncodedHash(
        function.getMemory(),
        function.getIterations(),
        function.getParallelism(),
        made.getSaltBytes(),
        made.getBytes());
  }

  static EncodedHash parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalStateException("A stored password hash is not Argon2id, version 19");
    }
    return new EncodedHash(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)),
        Base64.getDecoder().decode(form.group(4)),
        Base64.getDecoder().decode(form.group(5)));
  }

  boolean isOf(String password) {
    byte[] same =
        Argon2Function.getInstance(memoryKib, passes, lanes, hash.length, Argon2.ID)
            .hash(password.getBytes(StandardCharsets.UTF_8), salt)
            .getBytes();
    return MessageDigest.isEqual(hash, same);
  }

  String text() {
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + memoryKib
        + (",t=" + passes)
        + (",p=" + lanes)
        + ("$" + encoder.encodeToString(salt))
        + ("$" + encoder.encodeToString(hash));
  }
}
