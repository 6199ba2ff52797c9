package com.mockhu.dm.identity.signin;

import com.mockhu.dm.people.account.UserView;

/**
 * The response to a sign-in (behaviour §2).
 *
 * @param expiresIn lifetime of the access token in seconds
 */
record SignInResponse(
    UserView user, String accessToken, String refreshToken, String tokenType, long expiresIn) {}
