package com.mockhu.dm.bench.scenario.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The uploaded files: created for each run in a temporary folder. */
final class SampleFiles implements AutoCloseable {
  private static final float QUALITY = 0.92f;
  private static final int NOISE = 48;

  private final Path folder;

  SampleFiles() {
    try {
      folder = Files.createTempDirectory("bench-files");
      ImageIO.setUseCache(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JPEG with as much detail as a camera's noise makes. */
  Path photo(int width, int height) {
    Path file = folder.resolve("photo.jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (OutputStream out = Files.newOutputStream(file);
        ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture(width, height), null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static BufferedImage picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = random.nextInt(NOISE) - NOISE / 2;
        int light =
            Math.clamp((int) (128 + 90 * Math.sin(x / 97.0) * Math.cos(y / 71.0)) + noise, 0, 255);
        row[x] = light << 16 | (light / 2 + noise & 0xFF) << 8 | 255 - light;
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  /** A ZIP of random bytes, which cannot be compressed. */
  Path archive(int megabytes) {
    Path file = folder.resolve("archive.zip");
    byte[] chunk = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setMethod(ZipOutputStream.STORED);
      Random random = new Random(2);
      for (int i = 0; i < megabytes; i++) {
        random.nextBytes(chunk);
        // Room for the ZIP's own lists, so that the whole is not over the limit.
        zip.putNextEntry(entry("part-" + i, i == 0 ? chunk.length / 2 : chunk.length, chunk));
        zip.write(chunk, 0, i == 0 ? chunk.length / 2 : chunk.length);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static ZipEntry entry(String name, int length, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content, 0, length);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(length);
    entry.setCrc(crc.getValue());
    return entry;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve("photo.jpg"));
      Files.deleteIfExists(folder.resolve("archive.zip"));
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
