package com.mockhu.dm.identity.signin;

import com.mockhu.dm.people.account.UserView;

/**
 * The answer to a sign-in (behaviour §2).
 *
 * @param expiresIn seconds that the access token is good for
 */
record SignedIn(
    UserView user, String accessToken, String refreshToken, String tokenType, long expiresIn) {}
