package com.mockhu.dm.chaos.check;

import com.mockhu.dm.chaos.history.History;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * All that a judgement rests on.
 *
 * @param people the final state by person
 * @param files the digest of each acknowledged upload, by its id
 * @param downloads the digest of what came back for it
 * @param database what is wrong in the database itself, as far as that was looked at
 */
public record Evidence(
    History history,
    Map<String, PersonState> people,
    Map<String, String> files,
    Map<String, String> downloads,
    List<String> database) {

  /** Applies a check to each person's whole history of each conversation. */
  Stream<Anomaly> eachHistory(BiFunction<String, List<Stored>, Stream<Anomaly>> check) {
    return people.entrySet().stream()
        .flatMap(
            person ->
                person.getValue().histories().values().stream()
                    .flatMap(stored -> check.apply(person.getKey(), stored)));
  }

  /** All messages of all histories, once per history. */
  Stream<Stored> allStored() {
    return people.values().stream()
        .flatMap(person -> person.histories().values().stream())
        .flatMap(List::stream);
  }
}
