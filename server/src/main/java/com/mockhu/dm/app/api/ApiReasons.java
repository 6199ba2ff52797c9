package com.mockhu.dm.app.api;

import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.message.MessageFeature;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.privacy.PrivacyFeature;
import java.util.List;
import java.util.stream.Stream;

/** Every reason beside an error code (docs/errors.md), but those against files. */
public final class ApiReasons {
  public static final List<Reason> ALL =
      Stream.of(
              PeopleFeature.REASONS,
              IdentityFeature.REASONS,
              PrivacyFeature.REASONS,
              MessageFeature.REASONS)
          .flatMap(List::stream)
          .toList();

  private ApiReasons() {}
}
