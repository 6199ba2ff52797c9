package com.mockhu.dm.file.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.file.image.webp.WebpEncoder;
import com.mockhu.dm.file.image.webp.WebpFile;
import com.mockhu.dm.file.image.webp.WebpFrames;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.support.file.Pngs;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same dark grey in every way there is to write it, small and large, looks the same after. */
class SampleColourTest {
  private static final byte DARK = 80;
  private static final byte OPAQUE = -1;
  private static final int LINEAR = 152;
  private static final int SMALL = 16;
  private static final int LARGE = 2_000;

  @TempDir Path folder;

  private interface Maker {
    byte[] of(int side) throws IOException;
  }

  static Stream<Arguments> samples() {
    return Stream.of(
            png("grey", 8, 0, DARK),
            png("grey of 16 bits", 16, 0, DARK, DARK),
            png("grey with alpha", 8, 4, DARK, OPAQUE),
            png("grey with alpha of 16 bits", 16, 4, DARK, DARK, OPAQUE, OPAQUE),
            png("colour", 8, 2, DARK, DARK, DARK),
            png("colour with alpha", 8, 6, DARK, DARK, DARK, OPAQUE),
            png("colour of 16 bits", 16, 2, DARK, DARK, DARK, DARK, DARK, DARK),
            sample("grey of 4 bits", Kind.PNG, 85, s -> Pngs.of(s, 4, 0, new byte[] {0x55})),
            sample("grey with a key", Kind.PNG, DARK, s -> keyed(s, 0, 2, DARK)),
            sample("colour with a key", Kind.PNG, DARK, s -> keyed(s, 2, 6, DARK, DARK, DARK)),
            sample("palette", Kind.PNG, DARK, s -> palette(s)),
            sample("grey", Kind.JPEG, DARK, s -> written("jpeg", s, BufferedImage.TYPE_BYTE_GRAY)),
            sample("colour", Kind.JPEG, DARK, s -> written("jpeg", s, BufferedImage.TYPE_INT_RGB)),
            sample("colour of light", Kind.JPEG, LINEAR, SampleColourTest::linearJpeg),
            sample("palette", Kind.GIF, DARK, s -> written("gif", s, BufferedImage.TYPE_INT_RGB)),
            sample("lossless", Kind.WEBP, DARK, s -> webp(s, true)),
            sample("lossy", Kind.WEBP, DARK, s -> webp(s, false)))
        .flatMap(each -> each);
  }

  private static Stream<Arguments> png(String name, int depth, int type, byte... pixel) {
    return sample(name, Kind.PNG, DARK, side -> Pngs.of(side, depth, type, pixel));
  }

  private static Stream<Arguments> sample(String name, Kind kind, int expected, Maker maker) {
    return Stream.of(
        Arguments.of(name, kind, SMALL, expected, maker),
        Arguments.of(name, kind, LARGE, expected, maker));
  }

  @ParameterizedTest(name = "{1}, {0}, {2} pixels wide")
  @MethodSource("samples")
  void a_picture_is_as_dark_as_it_was(String name, Kind kind, int side, int expected, Maker maker)
      throws IOException {
    Path file = Files.write(folder.resolve("a"), maker.of(side));
    StoredImage picture = PrepareImage.prepare(file, kind);
    assertEquals(expected, shown(picture.file(), kind), 3.0, "kept");
    assertEquals(expected, shown(picture.thumbnail(), Kind.JPEG), 3.0, "thumbnail");
    assertEquals(
        expected, shown(PrepareImage.portrait(file, kind).file(), Kind.JPEG), 3.0, "portrait");
  }

  /** The number in the file, without what Java makes of it. */
  private static int shown(Path file, Kind kind) throws IOException {
    BufferedImage image =
        kind == Kind.WEBP ? WebpFrames.first(WebpFile.read(file)) : ImageIO.read(file.toFile());
    int x = image.getWidth() / 2;
    int y = image.getHeight() / 2;
    boolean isPalette = image.getColorModel() instanceof java.awt.image.IndexColorModel;
    return isPalette ? image.getRGB(x, y) & 0xFF : image.getRaster().getSample(x, y, 0);
  }

  /** Another grey, which is not there, is transparent. */
  private static byte[] keyed(int side, int type, int length, byte... pixel) {
    return Pngs.of(side, 8, type, pixel, Pngs.chunk("tRNS", new byte[length]));
  }

  private static byte[] palette(int side) {
    byte[] colours = {DARK, DARK, DARK, 9, 9, 9};
    byte[] alphas = {OPAQUE, 0};
    return Pngs.of(
        side, 8, 3, new byte[] {0}, Pngs.chunk("PLTE", colours), Pngs.chunk("tRNS", alphas));
  }

  private static BufferedImage filled(int side, int type) {
    BufferedImage image = new BufferedImage(side, Pngs.HEIGHT, type);
    for (int y = 0; y < Pngs.HEIGHT; y++) {
      for (int x = 0; x < side; x++) {
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
          image.getRaster().setSample(x, y, band, DARK);
        }
      }
    }
    return image;
  }

  private static byte[] written(String format, int side, int type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(filled(side, type), format, out);
    return out.toByteArray();
  }

  private static byte[] linearJpeg(int side) throws IOException {
    byte[] plain = written("jpeg", side, BufferedImage.TYPE_INT_RGB);
    return withProfile(plain, ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
  }

  /** Behind the first segment, as ICC.1 §B.4 wants it. */
  private static byte[] withProfile(byte[] jpeg, byte[] profile) {
    int length = profile.length + 16;
    int first = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, first);
    out.writeBytes(new byte[] {-1, (byte) 0xE2, (byte) (length >> 8), (byte) length});
    out.writeBytes("ICC_PROFILE\0\1\1".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    out.writeBytes(profile);
    out.write(jpeg, first, jpeg.length - first);
    return out.toByteArray();
  }

  private static byte[] webp(int side, boolean isLossless) throws IOException {
    BufferedImage image = filled(side, BufferedImage.TYPE_INT_RGB);
    return WebpFile.still(WebpEncoder.encode(image, 0.9f, isLossless));
  }
}
