package com.mockhu.dm.app.campus;

import java.util.List;
import java.util.Map;

/** The {@code data} of an answer. */
record CampusAnswer(Map<?, ?> data) {
  String text(String name) {
    return (String) data.get(name);
  }

  long number(String name) {
    return ((Number) data.get(name)).longValue();
  }

  boolean has(String name) {
    return data.get(name) != null;
  }

  CampusAnswer object(String name) {
    return new CampusAnswer((Map<?, ?>) data.get(name));
  }

  List<CampusAnswer> list(String name) {
    return ((List<?>) data.get(name))
        .stream().map(each -> new CampusAnswer((Map<?, ?>) each)).toList();
  }
}
