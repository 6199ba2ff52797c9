package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.walkthrough.actor.Check;
import com.mockhu.dm.walkthrough.actor.Person;
import java.util.UUID;

/** Two people sign up and follow each other. */
public final class Meeting {
  private final Scene scene;

  public Meeting(Scene scene) {
    this.scene = scene;
  }

  public void play() {
    scene.transcript().chapter("Two people sign up and follow each other");
    String suffix = UUID.randomUUID().toString().substring(0, 8);
    String password = UUID.randomUUID().toString();
    scene.maya().register(suffix, password);
    scene.jonas().register(suffix, password);
    follow(scene.maya(), scene.jonas());
    follow(scene.jonas(), scene.maya());
    scene.maya().get("/v1/users/" + scene.jonas().id() + "/can-message").gives(200, this::allowed);
  }

  private static void follow(Person follower, Person followed) {
    follower.post("/v1/users/" + followed.id() + "/follow").isDone();
  }

  private String allowed(JsonNode data) {
    Check.same("can_message", true, data.path("can_message").asBoolean());
    return "can_message true";
  }
}
