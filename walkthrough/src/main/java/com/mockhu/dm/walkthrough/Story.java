package com.mockhu.dm.walkthrough;

import com.mockhu.dm.walkthrough.actor.Sockets;
import com.mockhu.dm.walkthrough.actor.Transcript;
import com.mockhu.dm.walkthrough.chapter.Absence;
import com.mockhu.dm.walkthrough.chapter.Block;
import com.mockhu.dm.walkthrough.chapter.Meeting;
import com.mockhu.dm.walkthrough.chapter.Repetition;
import com.mockhu.dm.walkthrough.chapter.RestTalk;
import com.mockhu.dm.walkthrough.chapter.Scene;
import com.mockhu.dm.walkthrough.chapter.SocketTalk;
import java.net.URI;

/** The chapters, in order. */
final class Story {
  private final Transcript transcript;
  private final URI server;

  Story(Transcript transcript, URI server) {
    this.transcript = transcript;
    this.server = server;
  }

  void play() {
    transcript.title("Mockhu DM at " + server + " (ids are shortened; » sent, « received)");
    Scene scene = Scene.at(server, transcript);
    new Meeting(scene).play();
    String conversation = new RestTalk(scene).play();
    Sockets sockets = new SocketTalk(scene, conversation).play();
    sockets = new Absence(scene, conversation, sockets).play();
    new Repetition(scene, conversation, sockets).play();
    new Block(scene, conversation, sockets).play();
    sockets.mayas().close();
    sockets.jonases().close();
    transcript.title("");
    transcript.title("All is as it should be: " + transcript.steps() + " steps.");
  }
}
