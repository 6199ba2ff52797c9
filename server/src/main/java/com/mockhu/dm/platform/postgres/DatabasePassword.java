package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The embedded database's password: made once, kept in a file that only its owner can read. */
final class DatabasePassword {
  private static final int BYTES = 32;

  private DatabasePassword() {}

  static Path file(Path dataDirectory) {
    return dataDirectory.resolve("secrets").resolve("database-password");
  }

  /**
   * Reads the password, or makes one for a database that is still to be created.
   *
   * @throws StartupException when the database is there and its password is not
   */
  static String readOrCreate(Path dataDirectory, boolean databaseExists) throws IOException {
    Path file = file(dataDirectory);
    if (!Files.exists(file)) {
      requireNew(file, databaseExists);
      create(file);
    }
    return Files.readString(file).strip();
  }

  private static void requireNew(Path file, boolean databaseExists) {
    if (databaseExists) {
      throw new StartupException(
          "The embedded database exists but its password file "
              + file
              + " is missing: restore that file from the backup the database came from.");
    }
  }

  private static void create(Path file) throws IOException {
    PrivateFolder.create(file.getParent());
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft = Files.createTempFile(file.getParent(), "password", null, ownerOnly);
    Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    // A crash between creating and writing must not leave an empty password behind.
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
