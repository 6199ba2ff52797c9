package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.wire.xmpp.Account;

/**
 * The queries that a peer's database needs.
 *
 * @param accounts inserts people named prefix + 0, 1, 2 …; takes prefix, password, count
 * @param archive inserts a conversation on both sides, oldest first; takes count, the reader, the
 *     writer
 * @param rows counts the archive's
 * @param place the archive id of a message of the reader, to page from; takes the reader and how
 *     many are older
 */
record Dialect(String name, String accounts, String archive, String rows, String place) {
  /** As long as the messages of {@code pairs}. */
  private static final String TEXT = "rpad('message ' || n, 64, '.')";

  static final Dialect EJABBERD =
      new Dialect(
          "ejabberd",
          """
          INSERT INTO users (username, password)
          SELECT a.prefix || n, a.password
            FROM (SELECT ?::text AS prefix, ?::text AS password, ?::int AS count) a,
                 generate_series(0, a.count - 1) n""",
          """
          INSERT INTO archive (username, timestamp, peer, bare_peer, xml, txt, kind, nick)
          SELECT owner, 1790000000000000 + n::bigint * 1000000, other || '@localhost/bench',
                 other || '@localhost', '<message xml:lang=''en'' to=''' || a.reader
                   || '@localhost/bench'' from=''' || a.writer || '@localhost/bench'' type=''chat''
                   id=''' || n || ''' xmlns=''jabber:client''><body>' || %1$s
                   || '</body></message>', %1$s, 'chat', ''
            FROM (SELECT ?::int AS count, ?::text AS reader, ?::text AS writer) a,
                 generate_series(1, a.count) n,
                 LATERAL (VALUES (a.reader, a.writer), (a.writer, a.reader)) v (owner, other)
           ORDER BY n"""
              .formatted(TEXT),
          "SELECT count(*) FROM archive",
          """
          SELECT timestamp::text FROM archive WHERE username = ? ORDER BY timestamp
          OFFSET ? LIMIT 1""");

  static final Dialect PROSODY =
      new Dialect(
          "prosody",
          """
          INSERT INTO prosody (host, "user", store, key, type, value)
          SELECT 'localhost', a.prefix || n, 'accounts', 'password', 'string', a.password
            FROM (SELECT ?::text AS prefix, ?::text AS password, ?::int AS count) a,
                 generate_series(0, a.count - 1) n""",
          """
          INSERT INTO prosodyarchive (host, "user", store, key, "when", "with", type, value)
          SELECT 'localhost', owner, 'archive', gen_random_uuid(), 1790000000 + n,
                 other || '@localhost', 'xml', '<message id=''' || n || ''' from=''' || a.writer
                   || '@localhost/bench'' type=''chat'' xml:lang=''en'' to=''' || a.reader
                   || '@localhost/bench''><body>' || %s || '</body></message>'
            FROM (SELECT ?::int AS count, ?::text AS reader, ?::text AS writer) a,
                 generate_series(1, a.count) n,
                 LATERAL (VALUES (a.reader, a.writer), (a.writer, a.reader)) v (owner, other)
           ORDER BY n"""
              .formatted(TEXT),
          "SELECT count(*) FROM prosodyarchive",
          """
          SELECT key FROM prosodyarchive WHERE "user" = ? ORDER BY sort_id OFFSET ? LIMIT 1""");

  /** A person of the run. */
  static Account account(String prefix, int number) {
    return new Account(prefix + number, "secret");
  }
}
