package com.mockhu.dm.chaos.client.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.chaos.client.rest.Api;
import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.client.rest.Uploads;
import com.mockhu.dm.chaos.history.Operation.Kind;
import com.mockhu.dm.chaos.history.Outcome;
import com.mockhu.dm.chaos.history.Recorder;
import com.mockhu.dm.client.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends and deletes over REST, and follows the log by long polling. */
public final class PollingDevice extends Device {
  private static final double DELETING = 0.03;
  private static final int FIRST_DELETION = 6;
  private static final double UPLOADING = 0.03;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int WAIT_SECONDS = 2;
  private static final long PAUSE_AFTER_FAILURE = 200;

  private final Api api;
  private final Uploads uploads;
  private volatile boolean isBusy;

  public PollingDevice(
      String name, Person person, Recorder recorder, Habits habits, Api api, Uploads uploads) {
    super(name, person, recorder, habits);
    this.api = api;
    this.uploads = uploads;
  }

  @Override
  public void join() {
    if (!Pause.until(PATIENCE, this::sync)) {
      throw new IllegalStateException(name + " gets no first sync");
    }
  }

  @Override
  public void start() {
    super.start();
    Thread.ofVirtual().name(name + " follows").start(this::follow);
  }

  @Override
  PlannedOperation nextOperation() {
    if (habits.happens(UPLOADING)) {
      List<String> files = uploads.upload(person, habits.bytes(20_000));
      return habits.send(habits.conversation(), files);
    }
    // Once early on, so that even a short round has one.
    boolean isDeleting = done() == FIRST_DELETION || habits.happens(DELETING);
    return isDeleting ? deletion().orElseGet(super::nextOperation) : super.nextOperation();
  }

  @Override
  public boolean isQuiet() {
    return super.isQuiet() && !isBusy;
  }

  @Override
  void attempt(PlannedOperation planned) {
    isBusy = true;
    long seen = planned.kind() == Kind.READ ? view.newestIn(planned.conversation()) : 0;
    long invoked = recorder.now();
    Reply answer = call(planned);
    ended(planned, 0, seen, invoked, outcome(answer));
    isBusy = false;
  }

  private Reply call(PlannedOperation planned) {
    String conversation = "/v1/conversations/" + planned.conversation();
    return switch (planned.kind()) {
      case SEND -> api.post(person.token(), conversation + "/messages", planned.body(Map.of()));
      case READ -> api.post(person.token(), conversation + "/read");
      case READ_ONE -> api.post(person.token(), "/v1/messages/" + planned.subject() + "/read");
      case DELETE ->
          api.delete(person.token(), "/v1/messages/" + planned.subject() + "?for=everyone");
    };
  }

  private Outcome outcome(Reply answer) {
    return switch (answer) {
      case Reply.Answered given when given.isSuccess() -> acknowledged(given.data());
      case Reply.Answered given when given.status() == 503 -> new Outcome.Unknown(Api.code(given));
      case Reply.Answered given when given.status() / 100 == 5 && given.status() != 507 -> {
        unexpected(Api.code(given));
        yield new Outcome.Unknown(Api.code(given));
      }
      case Reply.Answered given -> new Outcome.Failed(Api.code(given));
      case Reply.NotSent notSent -> new Outcome.Failed("not sent: " + notSent.cause());
      case Reply.Unanswered lost -> new Outcome.Unknown(String.valueOf(lost.cause()));
    };
  }

  private static Outcome acknowledged(JsonNode message) {
    return new Outcome.Ok(message.path("id").asText(""), message.path("seq").asLong(0));
  }

  private void follow() {
    while (!isStopped()) {
      if (!sync()) {
        Pause.millis(PAUSE_AFTER_FAILURE);
      }
    }
  }

  /** One page; true when it came. */
  private boolean sync() {
    String cursor = view.cursor();
    String query = cursor == null ? "" : "?wait=" + WAIT_SECONDS + "&cursor=" + cursor;
    if (!(api.get(person.token(), "/v1/sync" + query) instanceof Reply.Answered given)) {
      return false;
    }
    if (given.isSuccess()) {
      apply(given.data(), cursor);
    } else if (given.status() != 503) {
      unexpected(Api.code(given) + " by sync");
    }
    return given.isSuccess();
  }

  private void apply(JsonNode page, String before) {
    if (page.path("reset").asBoolean() && before != null) {
      unexpected("with a reset of a cursor that is good");
      view.clear();
    }
    page.path("messages").forEach(message -> saw(message, false));
    page.path("receipts").forEach(view::receipt);
    view.moveTo(page.path("cursor").asText());
  }
}
