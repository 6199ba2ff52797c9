package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.type.Category;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.file.upload.Uploads;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What clients need to know of uploads ({@code GET /v1/config}).
 *
 * @param maxFiles in one upload
 * @param maxBytes of all files of an upload
 * @param maxAvatarBytes of a profile picture
 * @param unsentSeconds after which an upload that was not sent is removed
 */
public record UploadConfig(
    int maxFiles, long maxBytes, long maxAvatarBytes, long unsentSeconds, List<Group> kinds) {
  /**
   * Kinds of files with one limit.
   *
   * @param maxBytes of one file
   * @param extensions in lower case, without dots
   */
  record Group(String category, long maxBytes, List<String> extensions) {}

  public static UploadConfig get() {
    return new UploadConfig(
        UploadForm.MOST_FILES,
        UploadForm.LARGEST,
        UploadForm.LARGEST_IMAGE,
        Uploads.UNSENT.toSeconds(),
        Arrays.stream(Category.values()).map(UploadConfig::group).toList());
  }

  private static Group group(Category category) {
    List<String> extensions =
        Arrays.stream(Kind.values())
            .filter(kind -> kind.category() == category)
            .flatMap(kind -> kind.extensions().stream())
            .toList();
    return new Group(category.name().toLowerCase(Locale.ROOT), category.largest(), extensions);
  }
}
