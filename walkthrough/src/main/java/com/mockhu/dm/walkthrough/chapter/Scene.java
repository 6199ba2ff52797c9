package com.mockhu.dm.walkthrough.chapter;

import com.mockhu.dm.client.http.Transport;
import com.mockhu.dm.walkthrough.actor.Person;
import com.mockhu.dm.walkthrough.actor.Socket;
import com.mockhu.dm.walkthrough.actor.Transcript;
import java.net.URI;
import java.time.Duration;

/** The people of the story and the server they use. */
public record Scene(Transcript transcript, Transport server, Person maya, Person jonas) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public static Scene at(URI address, Transcript transcript) {
    Transport server = new Transport(address, PATIENCE, PATIENCE);
    return new Scene(
        transcript,
        server,
        new Person(transcript, server, "Maya"),
        new Person(transcript, server, "Jonas"));
  }

  Socket connect(Person person) {
    return Socket.open(transcript, server, person);
  }
}
