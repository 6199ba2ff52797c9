package com.mockhu.dm.file.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.file.Samples;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What becomes of pictures that other programs made. */
class PictureTest extends CampusTest {
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

  private record Kept(JsonNode told, byte[] bytes) {
    int width() {
      return told.path("width").asInt();
    }

    int height() {
      return told.path("height").asInt();
    }

    int frames() {
      return parts("ANMF");
    }

    boolean contains(String text) {
      return parts(text) > 0;
    }

    private int parts(String name) {
      return (" " + new String(bytes, StandardCharsets.ISO_8859_1)).split(name, -1).length - 1;
    }
  }

  private Kept uploaded(String name, byte[] picture) {
    JsonNode told = alice.uploads(Form.images().file(name, picture)).path(0);
    return new Kept(told, alice.downloads(told.path("url").asText()).body());
  }

  private static void assertColour(int expected, BufferedImage image, int x, int y) {
    int seen = image.getRGB(x, y);
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (seen >> shift & 0xFF) - (expected >> shift & 0xFF);
      assertTrue(Math.abs(difference) < 40, () -> Integer.toHexString(seen));
    }
  }

  @Test
  void a_camera_s_photo_forgets_where_it_was_taken() {
    byte[] photo = Samples.of("photo-with-place.jpg");
    assertTrue(new Kept(null, photo).contains("Canon"));
    Kept kept = uploaded("a.jpg", photo);
    assertFalse(kept.contains("Exif") || kept.contains("Canon") || kept.contains("moscow"));
    assertEquals(100, kept.width());
  }

  @Test
  void a_photo_for_print_is_turned_into_the_colours_of_screens() {
    Kept kept = uploaded("a.jpg", Samples.of("cmyk.jpg"));
    BufferedImage image = Pixels.read(kept.bytes);
    assertEquals(3, image.getColorModel().getNumComponents());
    assertTrue((image.getRGB(120, 5) >> 16 & 0xFF) > (image.getRGB(120, 155) >> 16 & 0xFF) + 80);
  }

  @Test
  void a_png_of_16_bits_keeps_its_colours_in_8() {
    Kept kept = uploaded("a.png", Samples.of("sixteen-bit.png"));
    BufferedImage image = Pixels.read(kept.bytes);
    assertEquals(8, image.getColorModel().getComponentSize(0));
    assertColour(RED, image, 30, 0);
    assertColour(BLUE, image, 30, 47);
  }

  @Test
  void a_large_webp_is_made_to_fit_and_stays_webp() {
    Kept kept = uploaded("a.webp", Samples.of("large.webp"));
    assertEquals("image/webp", kept.told.path("mime_type").asText());
    assertEquals(1920, kept.width());
    assertEquals(240, kept.height());
    assertTrue(kept.contains("RIFF") && kept.contains("VP8 "));
    assertEquals(1920, Pixels.read(kept.bytes).getWidth());
  }

  @Test
  void a_webp_held_sideways_is_turned_upright() {
    Kept kept = uploaded("a.webp", Samples.of("held-sideways.webp"));
    assertEquals(200, kept.width());
    assertEquals(150, kept.height());
    assertFalse(kept.contains("EXIF"));
    BufferedImage image = Pixels.read(kept.bytes);
    assertColour(RED, image, 100, 10);
    assertColour(BLUE, image, 100, 140);
  }

  @Test
  void an_animated_webp_stays_alive_at_its_size() {
    byte[] animation = Samples.of("animated.webp");
    Kept kept = uploaded("a.webp", animation);
    assertEquals(400, kept.width());
    assertEquals(new Kept(null, animation).frames(), kept.frames());
  }

  @Test
  void a_large_animated_webp_is_made_to_fit_frame_by_frame() {
    Kept kept = uploaded("a.webp", Samples.of("animated-large.webp"));
    assertEquals(1920, kept.width());
    assertEquals(960, kept.height());
    assertEquals(3, kept.frames());
    int rounds = new String(kept.bytes, StandardCharsets.ISO_8859_1).indexOf("ANIM") + 12;
    assertEquals(3, kept.bytes[rounds]);
  }

  @Test
  void nothing_hides_between_the_frames_of_a_webp() {
    byte[] hiding = Pixels.animatedWebpWith("SECR", Papers.text("52.5N 13.4E."));
    assertTrue(new Kept(null, hiding).contains("13.4E"));
    Kept kept = uploaded("a.webp", hiding);
    assertEquals(2, kept.frames());
    assertFalse(kept.contains("SECR") || kept.contains("13.4E"));
  }

  @Test
  void nothing_hides_in_the_blocks_of_a_gif() {
    byte[] hiding = Pixels.animationWithBlocks("52.5N 13.4E.");
    assertEquals(3, new Kept(null, hiding).parts("13.4E"));
    Kept kept = uploaded("a.gif", hiding);
    assertFalse(kept.contains("13.4E"));
    assertTrue(kept.contains("NETSCAPE2.0"));
    assertEquals(2, Pixels.frames(kept.bytes));
  }

  @Test
  void a_gif_without_its_last_byte_or_with_more_behind_it_is_one_all_the_same() {
    byte[] animation = Pixels.animation(40, 20, 3);
    byte[] cut = java.util.Arrays.copyOf(animation, animation.length - 1);
    for (byte[] each : new byte[][] {cut, Papers.joined(animation, Papers.text("behind"))}) {
      Kept kept = uploaded("a.gif", each);
      assertEquals(3, Pixels.frames(kept.bytes));
      assertEquals(0x3B, kept.bytes[kept.bytes.length - 1]);
      assertFalse(kept.contains("behind"));
    }
  }

  @Test
  void a_webp_whose_pixels_are_larger_than_it_says_is_refused() {
    byte[] trap = Samples.of("animated-large.webp");
    int frame = new String(trap, StandardCharsets.ISO_8859_1).indexOf("ANMF") + 8;
    // Says that its first frame is 20 pixels wide, on a canvas that has room.
    trap[frame + 6] = 19;
    trap[frame + 7] = 0;
    alice.triesToUpload(Form.images().file("a.webp", trap)).isRefused(400, "file_refused");
  }

  @Test
  void the_thumbnail_of_a_banner_is_still_sharp() {
    Kept kept = uploaded("a.png", Pixels.png(4000, 60));
    assertEquals(1920, kept.width());
    byte[] small = alice.downloads(kept.told.path("thumbnail_url").asText()).body();
    BufferedImage thumbnail = Pixels.read(small);
    assertEquals(400, thumbnail.getWidth());
    // Out of the 29 rows that are kept, the colours would run into each other here.
    assertColour(RED, thumbnail, 195, 200);
    assertColour(BLUE, thumbnail, 204, 200);
  }
}
