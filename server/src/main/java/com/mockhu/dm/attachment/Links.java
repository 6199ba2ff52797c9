package com.mockhu.dm.attachment;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses of files that say by themselves that they are good, for an hour. */
final class Links {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Clock clock;

  Links(Secret secret, Clock clock) {
    this.key = new SecretKeySpec(secret.bytes(), ALGORITHM);
    this.clock = clock;
  }

  Attachment sign(Attachment attachment) {
    String thumbnail = attachment.thumbnailUrl() == null ? null : address(attachment.id(), true);
    return attachment.signed(address(attachment.id(), false), thumbnail);
  }

  private String address(UUID id, boolean isThumbnail) {
    // In whole minutes, so that the same message asked for twice mostly looks the same.
    long expires = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
    return "/v1/messages/files/%s%s?expires=%d&signature=%s"
        .formatted(
            id, isThumbnail ? "/thumbnail" : "", expires, signature(id, isThumbnail, expires));
  }

  /**
   * @throws ApiException {@code forbidden} for a signature that is not ours or no longer good
   */
  void check(UUID id, boolean isThumbnail, String expires, String signature) {
    boolean isNumber = expires != null && expires.matches("\\d{1,12}");
    long end = isNumber ? Long.parseLong(expires) : 0;
    boolean isOurs =
        MessageDigest.isEqual(bytes(signature(id, isThumbnail, end)), bytes(signature));
    if (!isOurs || clock.instant().getEpochSecond() > end) {
      throw new ApiException(ErrorCode.FORBIDDEN, "This address is not signed, or has expired.");
    }
  }

  private String signature(UUID id, boolean isThumbnail, long expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(bytes(id + (isThumbnail ? "/thumbnail/" : "/") + expires));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
