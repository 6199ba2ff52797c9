package com.mockhu.dm.app.api;

import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.file.FileFeature;
import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.message.MessageFeature;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.http.HttpLimits;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.presence.PresenceFeature;
import com.mockhu.dm.socket.SocketFeature;
import java.util.List;
import java.util.stream.Stream;

/** Every limit of the server (docs/limits.md). */
public final class ApiLimits {
  public static final List<Limit> ALL =
      Stream.of(
              HttpLimits.ALL,
              Pool.LIMITS,
              PeopleFeature.LIMITS,
              IdentityFeature.LIMITS,
              FeedFeature.LIMITS,
              SocketFeature.LIMITS,
              PresenceFeature.LIMITS,
              ConversationFeature.LIMITS,
              FileFeature.LIMITS,
              MessageFeature.LIMITS)
          .flatMap(List::stream)
          .toList();

  private ApiLimits() {}
}
