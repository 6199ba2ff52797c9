package com.mockhu.dm.file.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Locked uploads that can be sent; each can be taken once. */
public final class AvailableUploads {
  private final List<Upload> left;

  AvailableUploads(List<Upload> uploads) {
    this.left = new ArrayList<>(uploads);
  }

  /**
   * Empty, and none is taken, unless all named files exist, are the sender's, and may be sent so.
   */
  public Optional<List<Attachment>> take(
      UUID sender, List<Uploads.Reference> named, boolean isImagesOnly) {
    List<Upload> found = new ArrayList<>();
    for (Uploads.Reference reference : named) {
      left.stream()
          .filter(upload -> upload.uploaderId().equals(sender) && !found.contains(upload))
          .filter(upload -> upload.isImage() || !isImagesOnly)
          .filter(upload -> reference.fits(upload.attachment()))
          .findFirst()
          .ifPresent(found::add);
    }
    if (found.size() != named.size()) {
      return Optional.empty();
    }
    left.removeAll(found);
    return Optional.of(found.stream().map(Upload::attachment).toList());
  }
}
