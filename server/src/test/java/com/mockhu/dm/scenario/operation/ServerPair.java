package com.mockhu.dm.scenario.operation;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;

/** Two servers over one database, where Alice is at one and Bob at the other. */
record ServerPair(Campus north, Campus south) implements AutoCloseable {

  Person alice() {
    return north.welcomes("alice");
  }

  Person bob() {
    return north.welcomes("bob").at(south);
  }

  @Override
  public void close() {
    north.close();
    south.close();
  }
}
