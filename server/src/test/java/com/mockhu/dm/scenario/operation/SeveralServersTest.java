package com.mockhu.dm.scenario.operation;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Two servers over one database: Alice is at the one, Bob at the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeveralServersTest {
  Campus north;
  Campus south;
  Person alice;
  Person bob;

  /** Both, running. */
  abstract List<Campus> starts();

  @BeforeAll
  void open() {
    List<Campus> both = starts();
    north = both.getFirst();
    south = both.getLast();
  }

  @BeforeEach
  void welcome() {
    alice = north.welcomes("alice");
    bob = north.welcomes("bob").at(south);
  }

  @AfterAll
  void close() {
    north.close();
    south.close();
  }
}
