package com.mockhu.dm.people.profile;

import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.limit.RateLimit;

/** Stores uploaded avatars. The feature that stores files implements it. */
public interface AvatarPictures {

  /** What {@link #receive} charges. */
  RateLimit limit();

  /**
   * Stores the picture of the form and returns its path; blocks. The picture is removed when it is
   * no longer an avatar, of which the implementation learns as an {@link AccountListener}.
   *
   * @throws com.mockhu.dm.platform.error.ApiException when the file is not a picture, or a limit
   *     refuses it
   */
  String receive(Request form);
}
