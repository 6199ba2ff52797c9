package com.mockhu.dm.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The project's sources, read by the compiler's own parser. */
final class SourceTree {
  /** Something with a length. */
  record Measured(String name, int lines) {}

  /** The tests run in the server's folder. */
  static final Path PROJECT = Path.of("..");

  private final List<Measured> files = new ArrayList<>();
  private final List<Measured> methods = new ArrayList<>();
  private final List<String> types = new ArrayList<>();

  private SourceTree() {}

  /** The shipped sources of all modules. */
  static SourceTree main() {
    return read(modules().stream().map(each -> each.resolve("src").resolve("main")).toList());
  }

  /** All sources, those of the tests too. */
  static SourceTree all() {
    return read(modules().stream().map(each -> each.resolve("src")).toList());
  }

  /** Folders of the project that have sources. */
  static List<Path> modules() {
    try (Stream<Path> folders = Files.list(PROJECT)) {
      return folders.filter(each -> Files.isDirectory(each.resolve("src"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Measured> files() {
    return files;
  }

  /** Methods and constructors with a body, from the signature to the closing brace. */
  List<Measured> methods() {
    return methods;
  }

  List<String> types() {
    return types;
  }

  static List<Path> javaFiles(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceTree read(List<Path> folders) {
    SourceTree tree = new SourceTree();
    List<Path> sources = folders.stream().flatMap(each -> javaFiles(each).stream()).toList();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(sources);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      var positions = Trees.instance(task).getSourcePositions();
      task.parse().forEach(unit -> tree.add(unit, positions));
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(CompilationUnitTree unit, SourcePositions positions) {
    String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    long end = positions.getEndPosition(unit, unit);
    files.add(new Measured(file, (int) unit.getLineMap().getLineNumber(end)));
    new Declarations(unit, positions, file).scan(unit, null);
  }

  private final class Declarations extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String file;

    Declarations(CompilationUnitTree unit, SourcePositions positions, String file) {
      this.unit = unit;
      this.positions = positions;
      this.file = file;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      types.add(type.getSimpleName().toString());
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        methods.add(new Measured(file + " " + method.getName(), lines(method)));
      }
      return super.visitMethod(method, nothing);
    }

    private int lines(MethodTree method) {
      // Annotations stand before the signature and are no part of what must be read.
      var signature = method.getReturnType() == null ? method.getBody() : method.getReturnType();
      long first = line(positions.getStartPosition(unit, signature));
      long last = line(positions.getEndPosition(unit, method));
      return (int) (last - first + 1);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
