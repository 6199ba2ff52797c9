package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationUpdate;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.feed.log.Appended;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides which participants' rows must move in the inbox. A conversation that was on top and that
 * alone had messages stays where it is: most messages touch no index.
 */
public final class InboxOrder {
  private InboxOrder() {}

  public static List<InboxUpdateSql.Move> moves(
      List<ConversationUpdate> activities, Map<ParticipantKey, Integer> places, Appended appended) {
    Map<UUID, Integer> active = new HashMap<>();
    places.keySet().forEach(side -> active.merge(side.userId(), 1, Integer::sum));
    List<InboxUpdateSql.Move> moves = new ArrayList<>();
    for (ConversationUpdate activity : activities) {
      Conversation before = activity.before();
      for (Participant side : before.participants()) {
        UUID userId = side.userId();
        boolean isSettled =
            active.get(userId) == 1 && !side.isHidden() && appended.wasOnTop(userId, before.id());
        int place = places.get(new ParticipantKey(before.id(), userId));
        Long rank = isSettled ? null : appended.seq(userId, place);
        int unread = activity.unread().getOrDefault(userId, 0);
        if (rank != null || unread > 0) {
          moves.add(
              new InboxUpdateSql.Move(userId, before.id(), rank, unread, readSeq(before, side)));
        }
      }
    }
    return moves;
  }

  /**
   * From where the search for unread messages starts. Without it, the search of a person with a
   * million own messages and no answer would pass all of them.
   */
  private static long readSeq(Conversation before, Participant side) {
    return side.unreadCount() == 0 ? before.lastSeq() : 0;
  }
}
