package com.mockhu.dm.conversation;

import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import java.util.UUID;

/** What routes of conversations do for groups; answered by a feature above this one. */
public interface GroupRoutes {
  HttpResult create(Request request);

  void deleteForEveryone(UUID group, UUID actor);
}
