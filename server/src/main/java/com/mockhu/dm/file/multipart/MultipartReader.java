package com.mockhu.dm.file.multipart;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the parts of one body in order. The content of a part must be read, by {@link #copy} or
 * {@link #text}, before the next part is requested.
 */
public final class MultipartReader {
  private static final int BUFFER = 64 * 1024;
  private static final int LONGEST_HEADERS = 8 * 1024;
  private static final int LONGEST_BOUNDARY = 70;
  private static final String DISPOSITION = "content-disposition:";
  private static final byte[] NEWLINE = {'\r', '\n'};

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private long left;
  private boolean isFirst = true;

  private MultipartReader(InputStream in, String boundary, long longest) {
    this.in = in;
    this.left = longest;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // The first delimiter has no line before it; an added one makes it like the others.
    System.arraycopy(NEWLINE, 0, buffer, 0, NEWLINE.length);
    end = NEWLINE.length;
  }

  /**
   * @param contentType of the request; may be null
   * @param longest bytes of the whole body; a longer one ends in {@code payload_too_large}
   * @throws ApiException {@code unsupported_media_type} for another type
   */
  public static MultipartReader of(String contentType, InputStream body, long longest) {
    HeaderParameters type = new HeaderParameters(contentType == null ? "" : contentType);
    String boundary = type.get("boundary").orElse("");
    if (!type.value().equals("multipart/form-data")
        || boundary.isEmpty()
        || boundary.length() > LONGEST_BOUNDARY) {
      throw new ApiException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "The body must be multipart/form-data with a boundary of 1 to 70 characters.");
    }
    return new MultipartReader(body, boundary, longest);
  }

  /**
   * Empty after the last part.
   *
   * @throws ApiException {@code invalid_request} for an incomplete or invalid body
   */
  public Optional<Part> next() throws IOException {
    if (isFirst) {
      copy(OutputStream.nullOutputStream());
      isFirst = false;
    }
    String after = line();
    if (after.startsWith("--")) {
      skipRest();
      return Optional.empty();
    }
    return Optional.of(part());
  }

  private Part part() throws IOException {
    String disposition = null;
    boolean isDisposition = false;
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      length += line.length();
      if (length > LONGEST_HEADERS) {
        throw broken();
      }
      if (isFolded(line)) {
        disposition = isDisposition ? disposition + " " + line.strip() : disposition;
      } else {
        isDisposition = line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length());
        disposition = isDisposition ? line.substring(DISPOSITION.length()).strip() : disposition;
      }
    }
    return Disposition.parse(Optional.ofNullable(disposition).orElseThrow(MultipartReader::broken));
  }

  /** Whether the line continues the header before it (RFC 9112 §5.2). */
  private static boolean isFolded(String line) {
    return line.charAt(0) == ' ' || line.charAt(0) == '\t';
  }

  /** The rest of the part; at most {@code longest} bytes. */
  public String text(int longest) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    copy(
        new OutputStream() {
          @Override
          public void write(int one) {
            if (text.size() == longest) {
              throw ApiException.invalid("A field of the form is too long.");
            }
            text.write(one);
          }
        });
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The content of the part, up to the next delimiter. */
  public void copy(OutputStream out) throws IOException {
    while (true) {
      int found = indexOf(delimiter, start);
      if (found >= 0) {
        out.write(buffer, start, found - start);
        start = found + delimiter.length;
        return;
      }
      // Bytes that may begin a delimiter stay in the buffer until the rest arrives.
      int sure = Math.max(start, end - delimiter.length + 1);
      out.write(buffer, start, sure - start);
      start = sure;
      fill();
    }
  }

  /** A line without its end; one character for each byte, since clients use several encodings. */
  private String line() throws IOException {
    int found = indexOf(NEWLINE, start);
    while (found < 0) {
      if (end - start > LONGEST_HEADERS) {
        throw broken();
      }
      if (end - start >= 2 && buffer[start] == '-' && buffer[start + 1] == '-') {
        return "--";
      }
      // Only new bytes are searched: a header may arrive byte by byte.
      int searched = Math.max(0, end - start - 1);
      fill();
      found = indexOf(NEWLINE, start + searched);
    }
    String line = new String(buffer, start, found - start, StandardCharsets.ISO_8859_1);
    start = found + NEWLINE.length;
    return line;
  }

  private void fill() throws IOException {
    if (end == buffer.length || start == end) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      throw broken();
    }
    count(count);
    end += count;
  }

  /** Bytes after the last part are ignored, but must be read so that the client can send them. */
  private void skipRest() throws IOException {
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      count(count);
    }
  }

  private void count(int count) {
    left -= count;
    if (left < 0) {
      throw new ApiException(ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large.");
    }
  }

  private int indexOf(byte[] wanted, int from) {
    for (int at = from; at <= end - wanted.length; at++) {
      if (buffer[at] == wanted[0] && isAt(at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isAt(int at, byte[] wanted) {
    for (int i = 1; i < wanted.length; i++) {
      if (buffer[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static ApiException broken() {
    return ApiException.invalid(
        "The body is not a complete multipart/form-data form; send it again.");
  }
}
