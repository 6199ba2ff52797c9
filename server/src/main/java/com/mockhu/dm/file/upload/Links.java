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
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of files that say by themselves that they are good, for an hour, and for whom they were
 * signed. The person stands there as a tag that only this server can compute: who is shown the
 * address does not learn an id.
 */
public final class Links {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** Enough that no two people share one; a multiple of three, so that it is whole in Base64. */
  private static final int TAG_BYTES = 12;

  private static final int TAG_LENGTH = TAG_BYTES / 3 * 4;

  private final SecretKeySpec key;
  private final Clock clock;

  public Links(Secret secret, Clock clock) {
    this.key = new SecretKeySpec(secret.bytes(), ALGORITHM);
    this.clock = clock;
  }

  Attachment sign(Attachment attachment, UUID viewer) {
    String tag = tag(viewer);
    UUID id = attachment.id();
    String thumbnail = attachment.thumbnailUrl() == null ? null : address(id, true, tag);
    return attachment.signed(address(id, false, tag), thumbnail);
  }

  /** What downloads of the person are counted by, with or without a signature. */
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
   * Returns the tag of the person it was signed for.
   *
   * @throws ApiException {@code forbidden} for a signature that is not ours or no longer good
   */
  public String check(UUID id, boolean isThumbnail, String expires, String signature) {
    boolean isNumber = expires != null && expires.matches("\\d{1,12}");
    long end = isNumber ? Long.parseLong(expires) : 0;
    String tag = signature.substring(0, Math.min(TAG_LENGTH, signature.length()));
    boolean isOurs =
        MessageDigest.isEqual(bytes(signature(id, isThumbnail, end, tag)), bytes(signature));
    if (!isOurs || clock.instant().getEpochSecond() > end) {
      throw new ApiException(ErrorCode.FORBIDDEN, "This address is not signed, or has expired.");
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
