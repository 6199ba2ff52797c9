package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.util.function.Function;

/** An endpoint whose every answer says how much of its limit the caller has left. */
public final class Limited implements Endpoint {
  private final RateLimits limits;
  private final Limit limit;
  private final Function<Request, Object> subject;
  private final Endpoint endpoint;

  private Limited(
      RateLimits limits, Limit limit, Function<Request, Object> subject, Endpoint endpoint) {
    this.limits = limits;
    this.limit = limit;
    this.subject = subject;
    this.endpoint = endpoint;
  }

  /** For a limit that is counted per person. */
  public static Endpoint perPerson(RateLimits limits, Limit limit, Endpoint endpoint) {
    return new Limited(limits, limit, Request::userId, endpoint);
  }

  /** For a limit that is counted per network address. */
  public static Endpoint perAddress(RateLimits limits, Limit limit, Endpoint endpoint) {
    return new Limited(limits, limit, Request::address, endpoint);
  }

  @Override
  public Reply answer(Request request) {
    Reply reply = reply(request);
    // A refusal by rate names the limit that was reached, which may be another one.
    return reply.status() == ErrorCode.RATE_LIMITED.status()
        ? reply
        : limits.standing(limit, subject.apply(request)).map(reply::withStanding).orElse(reply);
  }

  private Reply reply(Request request) {
    try {
      return endpoint.answer(request);
    } catch (RuntimeException | Error e) {
      return Reply.failure(ErrorMapper.map(e));
    }
  }
}
