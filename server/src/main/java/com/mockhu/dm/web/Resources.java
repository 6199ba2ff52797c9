package com.mockhu.dm.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the web client and of its library, wherever the class path has them. */
final class Resources {
  private static final String CLIENT = "/web/index.html";
  private static final String LIBRARY = "lit-html";

  private Resources() {}

  /** Name below the client's folder, to bytes; sorted, so that it is the same on every machine. */
  static SortedMap<String, byte[]> read() {
    SortedMap<String, byte[]> files = new TreeMap<>(around(CLIENT));
    String library = "/META-INF/resources/_static/" + LIBRARY + "/" + libraryVersion();
    around(library + "/" + LIBRARY + ".js")
        .forEach(
            (name, bytes) -> {
              // The rest is for servers and for debugging the library itself.
              if (name.matches("(directives/)?[a-z-]+\\.js")) {
                files.put("library/" + LIBRARY + "/" + name, bytes);
              }
            });
    return files;
  }

  /** The build file alone says which version it is. */
  private static String libraryVersion() {
    String name = "/META-INF/maven/org.mvnpm/" + LIBRARY + "/pom.properties";
    try (InputStream stream = Resources.class.getResourceAsStream(name)) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The folder of a file and all below it; by a file, since archives need not name folders. */
  private static Map<String, byte[]> around(String file) {
    try {
      URL place = url(file);
      if (!(place.openConnection() instanceof JarURLConnection inside)) {
        return files(Path.of(place.toURI()).getParent());
      }
      // By path, not by address: under one address an archive can be open only once in a process.
      Path jar = Path.of(inside.getJarFileURL().toURI());
      try (FileSystem archive = FileSystems.newFileSystem(jar)) {
        return files(archive.getPath(file).getParent());
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("Cannot read " + file + " from the class path", e);
    }
  }

  private static URL url(String name) {
    URL url = Resources.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException("The class path has no " + name);
    }
    return url;
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(file));
      }
    }
    return files;
  }
}
