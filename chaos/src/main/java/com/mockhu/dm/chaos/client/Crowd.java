package com.mockhu.dm.chaos.client;

import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.rest.Directory;
import com.mockhu.dm.chaos.client.device.Device;
import com.mockhu.dm.chaos.client.device.Habits;
import com.mockhu.dm.chaos.client.device.PollingDevice;
import com.mockhu.dm.chaos.client.device.SocketDevice;
import com.mockhu.dm.chaos.client.rest.Api;
import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.client.rest.Uploads;
import com.mockhu.dm.chaos.history.Recorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fresh people in a ring, each talking to both neighbours from a socket and from a poller. */
public final class Crowd implements AutoCloseable {
  private final Recorder recorder;
  private final Api api;
  private final Uploads uploads;
  private final Map<String, Member> members = new TreeMap<>();

  /** A person with their two conversations and their devices. */
  record Member(Person person, List<String> conversations, List<Device> devices) {}

  private Crowd(Site site, Recorder recorder) {
    this.recorder = recorder;
    this.api = new Api(site.server());
    this.uploads = new Uploads(api, recorder);
  }

  /** Brings them to the server; they are silent until {@link #start}. */
  public static Crowd at(Site site, int people, long seed, Recorder recorder) {
    Crowd crowd = new Crowd(site, recorder);
    try (Directory directory = new Directory(site.server(), site.tokens())) {
      List<Person> persons = directory.newPeople(people);
      List<String> ring = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        Person next = persons.get((i + 1) % people);
        ring.add(directory.openConversation(persons.get(i), next).toString());
      }
      for (int i = 0; i < people; i++) {
        crowd.add(i, persons.get(i), ring, seed);
      }
    }
    crowd.devices().forEach(Device::join);
    return crowd;
  }

  private void add(int i, Person person, List<String> ring, long seed) {
    int people = ring.size();
    List<String> own = List.of(ring.get((i + people - 1) % people), ring.get(i));
    // With three in the ring there is exactly one conversation of others; with more, several.
    String foreign = people > 2 ? ring.get((i + 1) % people) : null;
    String socket = "p" + i + "-socket";
    String poller = "p" + i + "-poll";
    Habits atSocket = new Habits(seed, socket, own, foreign);
    Habits atPoller = new Habits(seed, poller, own, foreign);
    List<Device> devices =
        List.of(
            new SocketDevice(socket, person, recorder, atSocket, api.transport()),
            new PollingDevice(poller, person, recorder, atPoller, api, uploads));
    members.put(person.id().toString(), new Member(person, own, devices));
  }

  private List<Device> devices() {
    return members.values().stream().flatMap(each -> each.devices().stream()).toList();
  }

  public void start() {
    devices().forEach(Device::start);
  }

  /** Whether each device has come to the end of so many attempts. */
  public boolean hasDone(int attempts) {
    return devices().stream().allMatch(each -> each.done() >= attempts);
  }

  /** Begins nothing new and repeats until every outcome that can be known is; true when done. */
  public boolean settle(Duration longest) {
    devices().forEach(Device::stopWriting);
    return Pause.until(longest, () -> devices().stream().allMatch(Device::isQuiet));
  }

  /** Who is not done, for the report. */
  public List<String> restless() {
    return devices().stream().filter(each -> !each.isQuiet()).map(each -> each.name()).toList();
  }

  /** Reads everything over the API, and waits a bounded time for the devices to hold the same. */
  public FinalState look(Duration longest, Duration patience) {
    FinalReading reading = new FinalReading(api, members, uploads.digests(), patience);
    // The first read delivers undelivered messages, which changes the state.
    reading.read();
    FinalState[] latest = {reading.read()};
    Pause.until(
        longest,
        () -> {
          boolean isSame = latest[0].isConverged();
          if (!isSame) {
            Pause.millis(200);
            latest[0] = reading.read();
          }
          return isSame;
        });
    return latest[0];
  }

  @Override
  public void close() {
    devices().forEach(Device::close);
    api.close();
  }
}
