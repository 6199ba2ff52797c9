package com.mockhu.dm.platform.settings;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that the server makes for itself once and keeps in its data folder. */
public final class GeneratedSecret {
  private static final int BYTES = 32;
  private static final int LEAST_LENGTH = 32;

  private GeneratedSecret() {}

  /**
   * The secret in the file {@code name} of the folder; made, readable by the owner alone, when it
   * is not there. Two processes that race for it end with the same one.
   *
   * @throws StartupException when the file cannot be made or read, or holds less than 32 characters
   */
  public static Secret in(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      return new Secret(checked(Files.readString(file).strip(), file));
    } catch (IOException e) {
      throw new StartupException("The secret " + file + " cannot be made or read.", e);
    }
  }

  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    // Temporary files have mode 0600 from their first moment.
    Path draft = Files.createTempFile(folder, ".new", "");
    try {
      Files.writeString(draft, random());
      // A link never replaces, and shows the file only when it is whole.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.delete(draft);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String checked(String text, Path file) {
    if (text.length() < LEAST_LENGTH) {
      throw new StartupException("The secret " + file + " is shorter than 32 characters.");
    }
    return text;
  }
}
