package com.mockhu.dm.model;

/** One step of a random story. */
enum Action {
  SEND,
  SEND_AGAIN,
  OPEN,
  READ_ONE,
  READ_ALL,
  FETCH,
  DELETE_FOR_ME,
  DELETE_FOR_EVERYONE,
  DELETE_CONVERSATION,
  BLOCK,
  UNBLOCK
}
