package com.mockhu.dm.feed.replay;

import com.mockhu.dm.feed.log.Cursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One answer of {@code GET /v1/sync} while features fill its sections. */
public final class SyncPage {
  private final Map<SyncSection.States, Map<UUID, Object>> states = new LinkedHashMap<>();
  private final Map<SyncSection.Entries, List<Object>> entries = new LinkedHashMap<>();
  private final Map<SyncSection.Single, Object> singles = new LinkedHashMap<>();
  private final Collection<SyncSection> sections;

  /** Other sections than these are refused: no client would get a place to read them from. */
  SyncPage(Collection<SyncSection> sections) {
    this.sections = sections;
  }

  /**
   * A whole answer.
   *
   * @param body as clients see it
   */
  record Answer(Map<String, Object> body, Cursor cursor, boolean isReset) {}

  public void put(SyncSection.States section, UUID id, Object state) {
    states.computeIfAbsent(registered(section), s -> new LinkedHashMap<>()).put(id, state);
  }

  public void add(SyncSection.Entries section, Object entry) {
    entries.computeIfAbsent(registered(section), s -> new ArrayList<>()).add(entry);
  }

  public void set(SyncSection.Single section, Object state) {
    singles.put(registered(section), state);
  }

  private <S extends SyncSection> S registered(S section) {
    if (!sections.contains(section)) {
      throw new IllegalStateException("No section of sync is called " + section.name());
    }
    return section;
  }

  Answer answer(Cursor cursor, boolean hasMore, boolean isReset) {
    Map<String, Object> body = new LinkedHashMap<>();
    sections.forEach(section -> body.put(section.name(), content(section)));
    body.put("cursor", cursor.text());
    body.put("has_more", hasMore);
    body.put("reset", isReset);
    return new Answer(body, cursor, isReset);
  }

  private Object content(SyncSection section) {
    return switch (section) {
      case SyncSection.States each -> states.getOrDefault(each, Map.of()).values();
      case SyncSection.Entries each -> entries.getOrDefault(each, List.of());
      case SyncSection.Single each -> singles.get(each);
    };
  }
}
