package com.mockhu.dm.support.database;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A way to PostgreSQL that understands its protocol far enough to break at the commit of a message:
 * the one moment after which the server cannot know what became of it.
 */
public final class CommitCutter implements AutoCloseable {
  /** Where the line breaks. */
  public enum Cut {
    BEFORE_THE_COMMIT,
    /** The commit is on its way; it may not have happened yet when the server asks again. */
    BEHIND_THE_COMMIT,
    /** The commit has happened, and only its answer is lost. */
    BEFORE_THE_ANSWER
  }

  private final ServerSocket door;
  private final URI target;
  private final List<Socket> lines = new CopyOnWriteArrayList<>();
  private final AtomicReference<Cut> armed = new AtomicReference<>();
  private final AtomicInteger cuts = new AtomicInteger();

  public CommitCutter(String databaseUrl) {
    target = URI.create(databaseUrl);
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::receive);
  }

  /** The same database by this way. */
  public String url() {
    return target.toString().replace(":" + target.getPort() + "/", ":" + door.getLocalPort() + "/");
  }

  /** Breaks the line of the next transaction that stores a message, once. */
  public void arm(Cut cut) {
    armed.set(cut);
  }

  public int cuts() {
    return cuts.get();
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        // The door was closed, which the loop sees.
        continue;
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      lines.addAll(List.of(client, server));
      Line line = new Line(client, server);
      Thread answers = Thread.ofVirtual().start(line::answer);
      line.ask();
      answers.join();
    } catch (IOException e) {
      // Either end has gone, and the other now sees the same.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Line {
    private final Socket client;
    private final Socket server;
    private final DataInputStream requests;
    private final DataOutputStream forwarded;
    private final Statements statements = new Statements();
    private volatile boolean isMute;

    Line(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      this.requests = new DataInputStream(client.getInputStream());
      this.forwarded = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
    }

    void ask() throws IOException {
      try {
        greet();
        while (forward(requests.readByte())) {
          continue;
        }
      } catch (EOFException | SocketException e) {
        server.shutdownOutput();
      }
    }

    /** The startup message has no type byte. */
    private void greet() throws IOException {
      boolean isStarted = false;
      while (!isStarted) {
        int length = requests.readInt();
        byte[] rest = requests.readNBytes(length - Integer.BYTES);
        // The high half of a start's first number is the protocol's version, 3.
        isStarted = rest[0] == 0 && rest[1] == 3;
        forwarded.writeInt(length);
        forwarded.write(rest);
        forwarded.flush();
      }
    }

    /** False when the line was cut. */
    private boolean forward(byte type) throws IOException {
      int length = requests.readInt();
      byte[] rest = requests.readNBytes(length - Integer.BYTES);
      boolean isFateful = statements.seesCommitOfMessage(type, rest);
      Cut cut = isFateful ? armed.getAndSet(null) : null;
      if (cut == Cut.BEFORE_THE_COMMIT) {
        hangUp();
        server.close();
        return false;
      }
      isMute = isMute || cut != null;
      write(type, length, rest);
      if (cut == null) {
        return true;
      }
      forwardUntilSync(type);
      if (cut == Cut.BEHIND_THE_COMMIT) {
        hangUp();
      }
      server.shutdownOutput();
      return false;
    }

    private void forwardUntilSync(byte first) throws IOException {
      for (byte type = first; type != 'S' && type != 'Q'; ) {
        type = requests.readByte();
        int length = requests.readInt();
        write(type, length, requests.readNBytes(length - Integer.BYTES));
      }
      forwarded.flush();
    }

    private void write(byte type, int length, byte[] rest) throws IOException {
      forwarded.writeByte(type);
      forwarded.writeInt(length);
      forwarded.write(rest);
      if (requests.available() == 0) {
        forwarded.flush();
      }
    }

    private void hangUp() throws IOException {
      cuts.incrementAndGet();
      client.close();
    }

    /** Muted, it reads on until the server has ended: its last answer is then surely given. */
    void answer() {
      byte[] buffer = new byte[16 * 1024];
      try {
        for (int n = server.getInputStream().read(buffer);
            n >= 0;
            n = server.getInputStream().read(buffer)) {
          if (!isMute) {
            client.getOutputStream().write(buffer, 0, n);
          }
        }
        if (isMute && !client.isClosed()) {
          hangUp();
        }
        client.close();
      } catch (IOException e) {
        // The asking side closed the line.
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Socket line : lines) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
