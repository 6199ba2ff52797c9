package com.mockhu.dm.walkthrough.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TranscriptTest {
  @Test
  void ids_cursors_and_tickets_are_shortened_and_words_stay() {
    assertEquals(
        "/v1/users/…9e12/can-message",
        shortened("/v1/users/0199b3a2-7c1e-7a40-8f3e-2b6d0c5a9e12/can-message"));
    assertEquals("/v1/sync?cursor=…", shortened("/v1/sync?cursor=02fc4ead68de5624.1042"));
    assertEquals("Are you gone?", shortened("Are you gone?"));
  }

  private static String shortened(String text) {
    return Transcript.shortened(text);
  }
}
