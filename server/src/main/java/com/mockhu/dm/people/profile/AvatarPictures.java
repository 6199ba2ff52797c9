package com.mockhu.dm.people.profile;

import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.limit.RateLimit;

/** Takes in pictures of people; brought by whoever keeps files. */
public interface AvatarPictures {

  /** What {@link #receive} charges. */
  RateLimit limit();

  /**
   * Blocking. Keeps the picture in the form, for a while, and returns its path. It stays as long as
   * it is somebody's avatar, which its keeper learns as an {@link AccountListener}.
   *
   * @throws com.mockhu.dm.platform.error.ApiException for what is no picture, or may not come in
   */
  String receive(Request form);
}
