package com.mockhu.dm.file.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Uploads waiting to be sent; each can be taken once. */
public final class Unsent {
  private final List<Upload> left;

  Unsent(List<Upload> uploads) {
    this.left = new ArrayList<>(uploads);
  }

  /** Empty, and nothing is taken, unless all are there, the sender's own, and as is asked for. */
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
