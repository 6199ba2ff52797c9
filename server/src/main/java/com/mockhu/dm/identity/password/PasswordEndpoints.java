package com.mockhu.dm.identity.password;

import com.mockhu.dm.identity.session.IdentityMode;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;

/** The routes that set passwords. */
public final class PasswordEndpoints {
  private final IdentityMode identity;
  private final ChangePassword passwords;

  public PasswordEndpoints(IdentityMode identity, ChangePassword passwords) {
    this.identity = identity;
    this.passwords = passwords;
  }

  private record Choice(String currentPassword, String newPassword) {}

  private record Reset(String password) {}

  public void addTo(Routes routes) {
    routes.person("PUT", "/v1/users/me/password", this::change);
    routes.service("PUT", "/v1/admin/users/{userId}/password", this::reset);
  }

  private HttpResult change(Request request) {
    requireBuiltIn();
    Choice body = request.body(Choice.class);
    if (body.currentPassword == null) {
      throw ApiException.invalid("current_password is required.");
    }
    passwords.change(request.caller(), body.currentPassword, body.newPassword, request.address());
    return HttpResult.done("Password changed successfully");
  }

  private HttpResult reset(Request request) {
    requireBuiltIn();
    passwords.reset(request.pathId("userId"), request.body(Reset.class).password);
    return HttpResult.done("Password changed successfully");
  }

  private void requireBuiltIn() {
    if (identity == IdentityMode.EXTERNAL) {
      throw new ApiException(
          ErrorCode.FORBIDDEN, "Passwords are managed by the host application, not here.");
    }
  }
}
