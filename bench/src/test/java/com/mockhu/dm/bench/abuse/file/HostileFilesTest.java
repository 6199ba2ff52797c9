package com.mockhu.dm.bench.abuse.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;

/** An attack with a file that is refused at the first look would prove nothing. */
class HostileFilesTest {
  @Test
  void the_jpeg_is_one_of_seven_thousand_pixels_a_side_below_the_size_limit() throws IOException {
    byte[] jpeg = HostileJpeg.bytes();
    assertTrue(jpeg.length < 10 << 20);
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg)));
    assertEquals(7_000, reader.getWidth(0));
    assertEquals(7_000, reader.getHeight(0));
  }

  @Test
  void the_archive_has_its_header_where_it_says_and_one_block_of_all_entries()
      throws DataFormatException {
    ByteBuffer archive = ByteBuffer.wrap(HostileSevenZip.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(crc(archive, 12, 20), archive.getInt(8));
    int packed = (int) archive.getLong(12);
    int header = (int) archive.getLong(20);
    assertEquals(archive.capacity(), 32 + packed + header);
    assertEquals(crc(archive, 32 + packed, header), archive.getInt(28));
    Inflater inflater = new Inflater(true);
    inflater.setInput(archive.array(), 32, packed);
    byte[] unpacked = new byte[9_000 * 200 + 1];
    assertEquals(9_000 * 200, inflater.inflate(unpacked));
    inflater.end();
    assertArrayEquals(Arrays.copyOfRange(unpacked, 0, 200), Arrays.copyOfRange(unpacked, 200, 400));
  }

  private static int crc(ByteBuffer bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), from, length);
    return (int) crc.getValue();
  }
}
