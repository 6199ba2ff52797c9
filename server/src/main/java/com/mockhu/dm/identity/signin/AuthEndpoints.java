package com.mockhu.dm.identity.signin;

import com.mockhu.dm.identity.session.IdentityMode;
import com.mockhu.dm.identity.session.IssuedSession;
import com.mockhu.dm.identity.session.Tickets;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;

/** {@code /v1/auth} and the tickets for sockets. */
public final class AuthEndpoints {
  public static final Reason SIGN_IN_ELSEWHERE = new Reason("sign_in_elsewhere");

  private final IdentityMode identity;
  private final SignUp registration;
  private final SignIn signIn;
  private final SignInResponses answers;
  private final Tickets tickets;

  public AuthEndpoints(
      IdentityMode identity,
      SignUp registration,
      SignIn signIn,
      SignInResponses answers,
      Tickets tickets) {
    this.identity = identity;
    this.registration = registration;
    this.signIn = signIn;
    this.answers = answers;
    this.tickets = tickets;
  }

  private record Login(String username, String password) {}

  private record Refresh(String refreshToken) {}

  public void addTo(Routes routes) {
    routes.open(
        "POST",
        "/v1/auth/register",
        new RouteLimit.Own(SignUp.REGISTRATIONS_PER_ADDRESS_PER_MINUTE),
        this::register);
    routes.open(
        "POST",
        "/v1/auth/login",
        new RouteLimit.Own(SignIn.SIGN_INS_PER_ADDRESS_PER_MINUTE),
        this::login);
    routes.open("POST", "/v1/auth/refresh", this::refresh);
    routes.person("POST", "/v1/auth/logout", this::logout);
    routes.person(
        "POST", "/v1/ws/ticket", request -> HttpResult.ok(tickets.issue(request.caller())));
  }

  private HttpResult register(Request request) {
    requireBuiltIn();
    SignUp.Form form = request.body(SignUp.Form.class);
    return HttpResult.created(answers.to(registration.register(form, request.address())));
  }

  private HttpResult login(Request request) {
    requireBuiltIn();
    Login body = request.body(Login.class);
    IssuedSession session =
        signIn.login(
            required(body.username, "username"),
            required(body.password, "password"),
            request.address());
    return HttpResult.ok(answers.to(session));
  }

  private HttpResult refresh(Request request) {
    requireBuiltIn();
    Refresh body = request.body(Refresh.class);
    return HttpResult.ok(answers.to(signIn.refresh(required(body.refreshToken, "refresh_token"))));
  }

  private HttpResult logout(Request request) {
    String token = request.optionalBody(Refresh.class).map(Refresh::refreshToken).orElse(null);
    signIn.logout(request.userId(), request.caller().sessionId(), token);
    return HttpResult.done("Signed out");
  }

  private void requireBuiltIn() {
    if (identity == IdentityMode.EXTERNAL) {
      throw ApiException.refused(
          ErrorCode.FORBIDDEN, SIGN_IN_ELSEWHERE, "Sign in at the host application, not here.");
    }
  }

  private static String required(String value, String name) {
    if (value == null) {
      throw ApiException.invalid(name + " is required.");
    }
    return value;
  }
}
