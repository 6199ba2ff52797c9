package com.mockhu.dm.attachment.image;

import java.nio.file.Path;

/**
 * A picture ready to be kept.
 *
 * @param width of the picture as it is kept, in pixels
 * @param thumbnail a JPEG of 400 by 400
 */
public record Picture(Path file, int width, int height, Path thumbnail) {}
