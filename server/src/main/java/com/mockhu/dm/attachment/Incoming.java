package com.mockhu.dm.attachment;

import com.mockhu.dm.attachment.check.Category;
import com.mockhu.dm.attachment.check.FileName;
import com.mockhu.dm.attachment.check.FileRefusal;
import com.mockhu.dm.attachment.multipart.MultipartReader;
import com.mockhu.dm.attachment.multipart.Part;
import com.mockhu.dm.platform.error.ApiException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one upload holds, written to a folder of its own as it comes. */
final class Incoming {
  static final int MOST_FILES = 5;

  /** Of all files together, in bytes. */
  static final long LARGEST = 100L << 20;

  static final long LARGEST_IMAGE = Category.IMAGE.largest();

  private static final int LONGEST_FIELD = 64;

  private final Path folder;
  private final boolean isAvatar;
  private final List<File> files = new ArrayList<>();
  private String type;
  private long total;

  /** A file on its way in. */
  record File(FileName name, Path path) {}

  private Incoming(Path folder, boolean isAvatar) {
    this.folder = folder;
    this.isAvatar = isAvatar;
  }

  /**
   * @throws ApiException for what is refused before anybody looks inside: too many, too large, of a
   *     kind that is not taken
   */
  static List<File> read(MultipartReader reader, Path folder) throws IOException {
    Incoming incoming = new Incoming(folder, false);
    incoming.readAll(reader);
    incoming.check();
    return incoming.files;
  }

  /** As {@link #read}, for a form that holds one picture, under whatever name. */
  static List<File> readAvatar(MultipartReader reader, Path folder) throws IOException {
    Incoming incoming = new Incoming(folder, true);
    incoming.type = "image";
    incoming.readAll(reader);
    incoming.check();
    return incoming.files;
  }

  private void readAll(MultipartReader reader) throws IOException {
    for (Optional<Part> part = reader.next(); part.isPresent(); part = reader.next()) {
      take(part.get(), reader);
    }
  }

  private void take(Part part, MultipartReader reader) throws IOException {
    boolean isFile = (isAvatar || part.name().equals("files")) && part.filename().isPresent();
    if (isFile) {
      receive(part.filename().get(), reader);
    } else if (part.name().equals("type") && !isAvatar) {
      type = reader.text(LONGEST_FIELD);
    } else {
      reader.copy(new Limited(OutputStream.nullOutputStream(), LARGEST));
    }
  }

  private void receive(String filename, MultipartReader reader) throws IOException {
    if (files.size() == (isAvatar ? 1 : MOST_FILES)) {
      throw ApiException.invalid(isAvatar ? "One picture only." : "Maximum 5 files per message");
    }
    FileName name = FileName.of(filename);
    Path path = folder.resolve(Integer.toString(files.size()));
    try (Limited out = new Limited(Files.newOutputStream(path), name.kind().category().largest())) {
      reader.copy(out);
      if (out.count == 0) {
        throw ApiException.invalid("A file is empty.");
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
      throw ApiException.invalid(isAvatar ? "The picture is missing." : "files is missing.");
    }
    if (isImages && !files.stream().allMatch(file -> file.name.kind().isImage())) {
      throw FileRefusal.unsupported();
    }
  }

  /** Ends the upload where it grows too large. */
  private final class Limited extends OutputStream {
    private final OutputStream out;
    private final long limit;
    private long count;

    Limited(OutputStream out, long limit) {
      this.out = out;
      this.limit = limit;
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
        throw FileRefusal.tooLarge();
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
