package com.mockhu.dm.people.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.people.name.AvatarUrlRules;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Request;

/** A request that brings a picture: a form the picture itself, JSON its address. */
public final class AvatarRequest {
  private static final String AVATAR_URL = "avatar_url";
  private static final String FORM = "multipart/";

  private AvatarRequest() {}

  /** Where the picture is; null to take it away. */
  public static String url(Request request, AvatarPictures pictures) {
    String type = request.header("Content-Type").orElse("");
    boolean isForm = type.regionMatches(true, 0, FORM, 0, FORM.length());
    return isForm ? pictures.receive(request) : address(request);
  }

  private static String address(Request request) {
    // Null takes the avatar away, so a field left out must not be read as null.
    JsonNode url = request.body(JsonNode.class).get(AVATAR_URL);
    if (url == null || !(url.isTextual() || url.isNull())) {
      throw ApiException.invalid("avatar_url must be a text or null.");
    }
    return AvatarUrlRules.check(url.textValue());
  }
}
