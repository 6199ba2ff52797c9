package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.ScaleImage;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Node;

/** Scales each frame of a GIF as the viewer sees it, and keeps the timing. */
final class GifFrames {
  private static final String FRAME = "javax_imageio_gif_image_1.0";
  private static final String CONTROL = "GraphicControlExtension";

  private final ImageReader reader;
  private final ImageWriter writer;
  private final BufferedImage screen;
  private final int width;
  private final int height;

  private GifFrames(UploadedImage source, ImageWriter writer, int width, int height)
      throws IOException {
    this.reader = source.reader();
    this.writer = writer;
    this.screen = new BufferedImage(source.width(), source.height(), BufferedImage.TYPE_INT_ARGB);
    this.width = width;
    this.height = height;
  }

  static void scale(UploadedImage source, Path from, Path to, int width, int height)
      throws IOException {
    int frames = GifFile.frames(from);
    source.requireWithinLimits(frames);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (OutputStream out = Files.newOutputStream(to);
        ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      new GifFrames(source, writer, width, height).write(frames);
    } finally {
      writer.dispose();
    }
  }

  private void write(int frames) throws IOException {
    writer.prepareWriteSequence(null);
    for (int i = 0; i < frames; i++) {
      Node original = reader.getImageMetadata(i).getAsTree(FRAME);
      Node control = child(original, CONTROL);
      BufferedImage before = copy();
      draw(i, child(original, "ImageDescriptor"));
      writer.writeToSequence(
          new IIOImage(ScaleImage.sized(screen, width, height), null, metadata(control, i)), null);
      restore(control, before, child(original, "ImageDescriptor"));
    }
    writer.endWriteSequence();
  }

  private void draw(int index, Node place) throws IOException {
    Graphics2D graphics = screen.createGraphics();
    graphics.drawImage(
        reader.read(index),
        number(place, "imageLeftPosition"),
        number(place, "imageTopPosition"),
        null);
    graphics.dispose();
  }

  private void restore(Node control, BufferedImage before, Node place) {
    String disposal = text(control, "disposalMethod", "none");
    Graphics2D graphics = screen.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    if (disposal.equals("restoreToPrevious")) {
      graphics.drawImage(before, 0, 0, null);
    } else if (disposal.equals("restoreToBackgroundColor")) {
      graphics.setComposite(AlphaComposite.Clear);
      graphics.fillRect(
          number(place, "imageLeftPosition"),
          number(place, "imageTopPosition"),
          number(place, "imageWidth"),
          number(place, "imageHeight"));
    }
    graphics.dispose();
  }

  private BufferedImage copy() {
    BufferedImage copy =
        new BufferedImage(screen.getWidth(), screen.getHeight(), BufferedImage.TYPE_INT_ARGB);
    copy.createGraphics().drawImage(screen, 0, 0, null);
    return copy;
  }

  /** Every frame is complete, so it replaces the one before; the first one holds the loop count. */
  private IIOMetadata metadata(Node control, int index) throws IOException {
    var type = ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_ARGB);
    IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FRAME);
    IIOMetadataNode own = (IIOMetadataNode) child(root, CONTROL);
    own.setAttribute("delayTime", text(control, "delayTime", "0"));
    own.setAttribute("disposalMethod", "restoreToBackgroundColor");
    if (index == 0) {
      root.appendChild(loop());
    }
    metadata.setFromTree(FRAME, root);
    return metadata;
  }

  private static IIOMetadataNode loop() {
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
    all.appendChild(loop);
    return all;
  }

  private static Node child(Node parent, String name) {
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each.getNodeName().equals(name)) {
        return each;
      }
    }
    return null;
  }

  private static String text(Node node, String name, String fallback) {
    Node value = node == null ? null : node.getAttributes().getNamedItem(name);
    return value == null ? fallback : value.getNodeValue();
  }

  private static int number(Node node, String name) {
    return Integer.parseInt(text(node, name, "0"));
  }
}
