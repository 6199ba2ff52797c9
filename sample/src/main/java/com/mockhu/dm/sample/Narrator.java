package com.mockhu.dm.sample;

import com.mockhu.dm.client.LocalFile;
import com.mockhu.dm.client.NewMessage;
import com.mockhu.dm.client.model.Attachment;
import com.mockhu.dm.client.model.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Plays the lines, each at its moment. */
final class Narrator {
  private final Map<String, Student> students;
  private final Consumer<Instant> clock;
  private final Map<String, UUID> conversations = new HashMap<>();

  Narrator(Map<String, Student> students, Consumer<Instant> clock) {
    this.students = students;
    this.clock = clock;
  }

  /** Lines older than {@code recent} have been read by the time the story ends. */
  void tell(List<Line> lines, Instant recent) {
    lines.stream().filter(line -> line.at().isBefore(recent)).forEach(this::tell);
    everybodyReads();
    lines.stream().filter(line -> !line.at().isBefore(recent)).forEach(this::tell);
  }

  private void everybodyReads() {
    conversations.forEach(
        (pair, id) -> {
          for (String name : pair.split(" ")) {
            students.get(name).account().markRead(id);
          }
        });
  }

  private void tell(Line line) {
    clock.accept(line.at());
    Student sender = students.get(line.from());
    UUID known = conversations.get(pair(line));
    if (known != null) {
      // A person reads a conversation before writing into it.
      sender.account().markRead(known);
    }
    NewMessage.Draft draft = draft(sender, line);
    Message sent = sender.account().send(draft.to(students.get(line.to()).id()));
    conversations.put(pair(line), sent.conversationId());
  }

  private static String pair(Line line) {
    return line.from().compareTo(line.to()) < 0
        ? line.from() + " " + line.to()
        : line.to() + " " + line.from();
  }

  private static NewMessage.Draft draft(Student sender, Line line) {
    String caption = line.caption().orElse(null);
    if (line.attached().isEmpty()) {
      return NewMessage.text(caption);
    }
    List<LocalFile> files = line.attached().stream().map(Narrator::file).toList();
    String type = line.isOfPictures() ? "image" : "file";
    List<Attachment> uploaded = sender.account().upload(type, files);
    return line.isOfPictures()
        ? NewMessage.images(caption, uploaded)
        : NewMessage.files(caption, uploaded);
  }

  private static LocalFile file(String name) {
    return name.contains(".")
        ? new LocalFile(name, Papers.content(name))
        : new LocalFile(name + ".jpg", Scenes.picture(name));
  }
}
