package com.mockhu.dm.bench.scenario.campus;

import com.mockhu.dm.bench.talk.Sender;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.HttpLine;
import com.mockhu.dm.bench.wire.socket.Socket;
import com.mockhu.dm.bench.wire.socket.SocketListener;
import java.util.UUID;

/** Two people of the campus who perform its scheduled operations. */
record ChatPair(
    Campus campus, UUID conversation, Person reader, Sender sender, Socket writing, Socket reading)
    implements Writer {
  private static final int OK = 200;

  @Override
  public void send(long time) {
    Activity activity = campus.next();
    campus.diary.begun(activity);
    switch (activity) {
      case SEND -> message(time);
      case TYPING -> say(writing, activity, time, "\"typing\",\"is_typing\":true");
      case READ -> say(reading, activity, time, "\"read\"");
      case PAGE -> ask(activity, time, HttpLine.get(path(), reader.token()));
      case PRESENCE -> comeAndGo(time);
      case UPLOAD -> ask(activity, time, Campus.upload(reader.token()));
    }
  }

  /** Its latencies are the tally's, which knows both ends; here it only counts. */
  private void message(long time) {
    sender.send(time);
    campus.diary.finished(Activity.SEND, time);
  }

  private void say(Socket socket, Activity activity, long time, String type) {
    socket.send(
        "{\"type\":%s,\"conversation_id\":\"%s\",\"ref\":\"%s\"}"
            .formatted(type, conversation, ReceivingSide.reference(activity, time)));
    socket.flush();
  }

  private String path() {
    return campus.isInboxTurn()
        ? "/v1/conversations"
        : "/v1/conversations/" + conversation + "/messages?mark_read=false";
  }

  private void ask(Activity activity, long time, byte[] request) {
    campus
        .line()
        .ask(
            request,
            (status, _, _) -> {
              if (status == OK) {
                campus.diary.finished(activity, time);
              } else {
                campus.diary.failed(activity);
              }
            });
  }

  /** A second device, which disconnects after its {@code hello}. */
  private void comeAndGo(long time) {
    campus
        .bench
        .sockets()
        .open(reader, campus.lane.loop(), new Silent())
        .whenComplete(
            (socket, failure) -> {
              if (failure == null) {
                campus.diary.finished(Activity.PRESENCE, time);
                socket.close();
              } else {
                campus.diary.failed(Activity.PRESENCE);
              }
            });
  }

  @Override
  public void flush() {
    sender.flush();
  }

  private record Silent() implements SocketListener {
    @Override
    public void text(byte[] bytes, int length) {}

    @Override
    public void closed(int code) {}
  }
}
