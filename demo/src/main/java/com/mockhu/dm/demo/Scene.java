package com.mockhu.dm.demo;

import java.net.URI;
import java.net.http.HttpClient;

/** Who plays, and where. */
record Scene(Transcript transcript, HttpClient client, URI server, Person maya, Person jonas) {

  static Scene at(URI server, Transcript transcript) {
    // Kept to HTTP/1.1: a WebSocket is opened from nothing else.
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Rest rest = new Rest(client, server);
    return new Scene(
        transcript,
        client,
        server,
        new Person(transcript, rest, "Maya"),
        new Person(transcript, rest, "Jonas"));
  }

  Socket connect(Person person) {
    return Socket.open(transcript, client, server, person);
  }
}
