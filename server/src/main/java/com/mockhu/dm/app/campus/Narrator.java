package com.mockhu.dm.app.campus;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays the lines, each at its moment. */
final class Narrator {
  private final Map<String, Student> students;
  private final StoryClock clock;
  private final Map<String, String> conversations = new HashMap<>();

  Narrator(Map<String, Student> students, StoryClock clock) {
    this.students = students;
    this.clock = clock;
  }

  /** What is older than {@code recent} has been read by the time the story ends. */
  void tell(List<Line> lines, Instant recent) {
    lines.stream().filter(line -> line.at().isBefore(recent)).forEach(this::tell);
    everybodyReads();
    lines.stream().filter(line -> !line.at().isBefore(recent)).forEach(this::tell);
  }

  private void everybodyReads() {
    conversations.forEach(
        (pair, id) -> {
          for (String name : pair.split(" ")) {
            students.get(name).renewsWhenDue(clock.instant());
            students.get(name).posts("/v1/conversations/" + id + "/read", Map.of());
          }
        });
  }

  private void tell(Line line) {
    clock.moveTo(line.at());
    Student sender = students.get(line.from());
    sender.renewsWhenDue(line.at());
    String known = conversations.get(pair(line));
    if (known != null) {
      // Nobody answers what they haven't read.
      sender.posts("/v1/conversations/" + known + "/read", Map.of());
    }
    CampusAnswer message = sender.posts("/v1/messages", body(sender, line));
    conversations.put(pair(line), message.text("conversation_id"));
  }

  private static String pair(Line line) {
    return line.from().compareTo(line.to()) < 0
        ? line.from() + " " + line.to()
        : line.to() + " " + line.from();
  }

  private Map<String, Object> body(Student sender, Line line) {
    Map<String, Object> body = new HashMap<>();
    body.put("recipient_id", students.get(line.to()).id());
    body.put("message_type", line.attached().isEmpty() ? "text" : type(line));
    line.caption().ifPresent(text -> body.put("content", text));
    if (!line.attached().isEmpty()) {
      body.put(
          "attachments",
          sender.attachments(form(line)).stream().map(id -> Map.of("id", id)).toList());
    }
    return body;
  }

  private static String type(Line line) {
    return line.isOfPictures() ? "image" : "file";
  }

  private static Multipart form(Line line) {
    Multipart form = new Multipart().field("type", type(line));
    for (String name : line.attached()) {
      if (name.contains(".")) {
        form.file("files", name, Papers.content(name));
      } else {
        form.file("files", name + ".jpg", Scenes.picture(name));
      }
    }
    return form;
  }
}
