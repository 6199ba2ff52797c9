package com.mockhu.dm.file.upload;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * URLs by which a file can be fetched for an hour without a token, as an {@code img} element does.
 * Each holds a tag of the viewer that it was signed for, so that downloads count as theirs; only
 * the server can compute the tag, so that the URL does not reveal the viewer's id.
 */
public final class SignedUrls {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** 96 bits: no two people share a tag. A multiple of three, so that Base64 needs no padding. */
  private static final int TAG_BYTES = 12;

  private static final int TAG_LENGTH = TAG_BYTES / 3 * 4;

  private final SecretKeySpec key;
  private final Clock clock;

  public SignedUrls(Secret secret, Clock clock) {
    this.key = new SecretKeySpec(secret.bytes(), ALGORITHM);
    this.clock = clock;
  }

  /**
   * Of a file and of its thumbnail.
   *
   * @param thumbnail null for a file without one
   */
  record Pair(String file, String thumbnail) {}

  /** {@code tag}: of the viewer. */
  Pair of(Attachment attachment, String tag) {
    UUID id = attachment.id();
    String thumbnail = attachment.thumbnailUrl() == null ? null : address(id, true, tag);
    return new Pair(address(id, false, tag), thumbnail);
  }

  List<Attachment> sign(List<Attachment> attachments, UUID viewer) {
    String tag = tag(viewer);
    return attachments.stream().map(each -> each.signed(of(each, tag))).toList();
  }

  /** Downloads of the person are counted by it, with or without a signature. */
  public String tag(UUID viewer) {
    byte[] code = code("viewer/" + viewer);
    return ENCODER.encodeToString(Arrays.copyOf(code, TAG_BYTES));
  }

  private String address(UUID id, boolean isThumbnail, String tag) {
    // In whole minutes, so that the same message asked for twice mostly looks the same.
    long expires = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
    return "/v1/messages/files/"
        + id
        + (isThumbnail ? "/thumbnail" : "")
        + ("?expires=" + expires)
        + ("&signature=" + signature(id, isThumbnail, expires, tag));
  }

  /**
   * Returns the tag of the viewer that it was signed for.
   *
   * @throws ApiException {@code forbidden} when the signature is wrong or has expired
   */
  public String check(UUID id, boolean isThumbnail, String expires, String signature) {
    boolean isNumber = expires != null && expires.matches("\\d{1,12}");
    long end = isNumber ? Long.parseLong(expires) : 0;
    String tag = signature.substring(0, Math.min(TAG_LENGTH, signature.length()));
    boolean isValid =
        MessageDigest.isEqual(bytes(signature(id, isThumbnail, end, tag)), bytes(signature));
    if (!isValid || clock.instant().getEpochSecond() > end) {
      throw new ApiException(
          ErrorCode.FORBIDDEN,
          "The signature of this URL is invalid or has expired; get the message again.");
    }
    return tag;
  }

  private String signature(UUID id, boolean isThumbnail, long expires, String tag) {
    String signed = id + (isThumbnail ? "/thumbnail/" : "/") + expires + "/" + tag;
    return tag + ENCODER.encodeToString(code(signed));
  }

  private byte[] code(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
