package com.mockhu.dm.support.process;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real proxy in front of a server, with a configuration as it stands in the documents. */
public final class ProxyProcess implements AutoCloseable {
  private final Process process;
  private final Path folder;
  private final int port;

  private ProxyProcess(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /**
   * {@code block}: the content of {@code http}; TLS is removed, and paths of the machine become
   * paths of a folder.
   */
  public static ProxyProcess nginx(String block, int server) throws IOException {
    Path folder = Files.createTempDirectory("nginx");
    int port = SilentPort.closed();
    String inner =
        block
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";")
            .replaceAll("(?m)^\\s*ssl_certificate.*$", "")
            .replace("/var/log/nginx/", folder + "/")
            .replace("127.0.0.1:8080", "127.0.0.1:" + server);
    String temporary =
        List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
            .map(each -> "%s_temp_path %s/%s;\n".formatted(each, folder, each))
            .reduce("access_log off;\n", String::concat);
    String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    Path file = folder.resolve("nginx.conf");
    Files.writeString(
        file,
        user
            + "daemon off;\npid %1$s/pid;\nerror_log %1$s/error.log;\nevents {}\n".formatted(folder)
            + "http {\n"
            + temporary
            + inner
            + "\n}\n");
    return start(folder, port, "nginx", "-p", folder.toString(), "-c", file.toString());
  }

  public static ProxyProcess caddy(String block, int server) throws IOException {
    Path folder = Files.createTempDirectory("caddy");
    int port = SilentPort.closed();
    Path file = folder.resolve("Caddyfile");
    Files.writeString(
        file,
        "{\n    admin off\n}\n"
            + block
                .replaceFirst("(?m)^messages\\S+ ", "http://127.0.0.1:" + port + " ")
                .replace("127.0.0.1:8080", "127.0.0.1:" + server));
    return start(
        folder, port, "caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
  }

  private static ProxyProcess start(Path folder, int port, String... command) throws IOException {
    command[0] = Tool.find(command[0]).orElseThrow().toString();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", folder.toString(),
                "XDG_DATA_HOME", folder.toString(),
                "XDG_CONFIG_HOME", folder.toString()));
    ProxyProcess proxy = new ProxyProcess(builder.start(), folder, port);
    Patience.until("the proxy listens", proxy::listens);
    return proxy;
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new AssertionError("The proxy ended: " + log("out.log"));
    }
    try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The content of a file of its folder. */
  public String log(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** The server behind it, as clients of the proxy see it. */
  public Campus campus() {
    return Campus.at(port, () -> {});
  }

  @Override
  public void close() {
    try {
      process.destroy();
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Folders.delete(folder);
  }
}
