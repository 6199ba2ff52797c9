package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.format.Characters;
import com.mockhu.dm.file.multipart.MultipartReader;
import com.mockhu.dm.file.multipart.Part;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.type.Category;
import com.mockhu.dm.file.type.FileName;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.platform.error.ApiException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of one upload; its files are written to a folder of their own while they arrive. */
public final class UploadForm {
  static final int MOST_FILES = 5;

  /** Bytes of all files of an upload. */
  public static final long LARGEST = 100L << 20;

  static final long LARGEST_IMAGE = Category.IMAGE.largest();

  private static final int LONGEST_FIELD = 64;

  /** PHP and Rails add brackets to the name of a repeated field. */
  private static final Pattern FIELD = Pattern.compile("files(\\[\\d{0,4}])?");

  private final Path folder;
  private final boolean isAvatar;
  private final List<File> files = new ArrayList<>();
  private String type;
  private String otherField;
  private long total;

  /** A received file that is not checked yet. */
  record File(FileName name, Path path) {}

  private UploadForm(Path folder, boolean isAvatar) {
    this.folder = folder;
    this.isAvatar = isAvatar;
  }

  /**
   * @throws ApiException for files that are refused without a look inside: too many, too large, or
   *     of a kind that is not accepted
   */
  static List<File> read(MultipartReader reader, Path folder) throws IOException {
    UploadForm form = new UploadForm(folder, false);
    form.readAll(reader);
    form.check();
    return form.files;
  }

  /** As {@link #read}, for a form with one picture in a field of any name. */
  static List<File> readAvatar(MultipartReader reader, Path folder) throws IOException {
    UploadForm form = new UploadForm(folder, true);
    form.type = "image";
    form.readAll(reader);
    form.check();
    return form.files;
  }

  private void readAll(MultipartReader reader) throws IOException {
    for (Optional<Part> part = reader.next(); part.isPresent(); part = reader.next()) {
      take(part.get(), reader);
    }
  }

  private void take(Part part, MultipartReader reader) throws IOException {
    boolean isOurs = isAvatar || FIELD.matcher(part.name()).matches();
    if (isOurs && part.filename().isPresent()) {
      receive(part.filename().get(), reader);
    } else if (part.name().equals("type") && !isAvatar) {
      type = reader.text(LONGEST_FIELD);
    } else {
      otherField =
          part.filename().filter(name -> !name.isEmpty()).map(n -> part.name()).orElse(otherField);
      reader.copy(new Limited(OutputStream.nullOutputStream(), LARGEST));
    }
  }

  private void receive(String filename, MultipartReader reader) throws IOException {
    try {
      receiveNamed(filename, reader);
    } catch (ApiException e) {
      throw FileRefusal.named(filename, e);
    }
  }

  private void receiveNamed(String filename, MultipartReader reader) throws IOException {
    if (filename.isEmpty()) {
      // Browsers send this for a file input without a choice.
      reader.copy(new Limited(OutputStream.nullOutputStream(), 0, FileReason.UNSUPPORTED_TYPE));
      return;
    }
    if (files.size() == (isAvatar ? 1 : MOST_FILES)) {
      throw isAvatar
          ? ApiException.invalid("The form has more than one picture; send one.")
          : FileRefusal.because(FileReason.TOO_MANY_FILES);
    }
    FileName name = FileName.of(filename);
    Path path = folder.resolve(Integer.toString(files.size()));
    try (Limited out = new Limited(Files.newOutputStream(path), name.kind().category().largest())) {
      reader.copy(out);
      if (out.count == 0) {
        throw FileRefusal.because(FileReason.EMPTY);
      }
    }
    files.add(new File(name, path));
  }

  private void check() {
    boolean isImages = "image".equals(type);
    if (!isImages && !"file".equals(type)) {
      throw ApiException.invalid("type must be image or file.");
    }
    if (files.isEmpty()) {
      throw ApiException.invalid(
          isAvatar ? "The picture is missing; send it as a file." : missing());
    }
    for (File file : files) {
      if (isImages && !file.name.kind().isImage()) {
        throw FileRefusal.named(file.name.shown(), FileRefusal.because(FileReason.NOT_AN_IMAGE));
      }
    }
  }

  private String missing() {
    return otherField == null
        ? "files is missing: send each file in a field of this name, with a filename."
        : String.format(
            Locale.ROOT,
            "files is missing: the form has a file in the field \"%s\"; call that field files.",
            Characters.beginning(
                Characters.without(otherField, Characters::isControlOrDirection), LONGEST_FIELD));
  }

  /** Ends the upload when a file or the whole exceeds its limit. */
  private final class Limited extends OutputStream {
    private final OutputStream out;
    private final long limit;
    private final FileReason beyond;
    private long count;

    Limited(OutputStream out, long limit) {
      this(out, limit, FileReason.TOO_LARGE);
    }

    Limited(OutputStream out, long limit, FileReason beyond) {
      this.out = out;
      this.limit = limit;
      this.beyond = beyond;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
      total += length;
      if (count > limit || total > LARGEST) {
        throw FileRefusal.because(beyond);
      }
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw StorageFault.of(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
