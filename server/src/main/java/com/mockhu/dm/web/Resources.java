package com.mockhu.dm.web;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the web client, wherever the class path has them. */
final class Resources {
  private static final String CLIENT = "/webclient/index.html";

  private Resources() {}

  /** Name below the client's folder, to bytes; sorted, so that it is the same on every machine. */
  static SortedMap<String, byte[]> read() {
    return new TreeMap<>(around(CLIENT));
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
