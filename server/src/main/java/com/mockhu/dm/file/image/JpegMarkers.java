package com.mockhu.dm.file.image;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The segments of a JPEG (T.81 §B), read without decoding.
 *
 * @param scans passes over the picture; libjpeg processes all pixels for each, even an empty one
 * @param exif the first block of metadata; empty where there is none
 * @param profileBytes bytes of the colour profile
 */
public record JpegMarkers(int scans, byte[] exif, int profileBytes) {
  /** Cameras and programs write up to 10, one known tool 64. */
  public static final int MOST_SCANS = 100;

  public static final int LARGEST_PROFILE = 4 << 20;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;

  static JpegMarkers read(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /** To be called before a decoder reads the file. */
  void requireWithinLimits() {
    if (scans > MOST_SCANS) {
      throw FileRefusal.because(
          FileReason.TOO_COMPLEX,
          "The picture has more than 100 scans. Save it as an ordinary JPEG.");
    }
    if (profileBytes > LARGEST_PROFILE) {
      throw FileRefusal.because(
          FileReason.TOO_COMPLEX,
          "The picture has a colour profile of more than 4 MB. Save it without.");
    }
  }

  private static JpegMarkers of(byte[] bytes) {
    int scans = 0;
    int profile = 0;
    byte[] exif = {};
    for (int at = marker(bytes, 2); at < bytes.length - 3; ) {
      int marker = bytes[at + 1] & 0xFF;
      int length = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
      int end = Math.min(bytes.length, at + 2 + Math.max(2, length));
      if (marker == END) {
        break;
      } else if (marker == START_OF_SCAN) {
        scans++;
      } else if (marker == APP2) {
        profile += end - at;
      } else if (marker == APP1 && exif.length == 0) {
        byte[] block = Arrays.copyOfRange(bytes, Math.min(end, at + 4), end);
        exif = Exif.isIntroduced(block) ? block : exif;
      }
      at = marker(bytes, end);
    }
    return new JpegMarkers(scans, exif, profile);
  }

  /** The position of the next segment, after compressed pixels and the markers in them. */
  private static int marker(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length - 1 && !(bytes[at] == -1 && isMarker(bytes[at + 1] & 0xFF))) {
      at++;
    }
    return at;
  }

  /** Whether the marker has content or is the end. */
  private static boolean isMarker(int code) {
    boolean isRestart = code >= 0xD0 && code <= 0xD8;
    return code > 1 && code != 0xFF && !isRestart;
  }
}
