package com.mockhu.dm.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;

/** The calls in the server's sources that take a regular expression. */
final class PatternCalls extends TreeScanner<Void, Void> {
  /**
   * @param pattern null where it is no constant of the file
   * @param isSearching whether it is tried at every place of a text, and not at its beginning alone
   */
  record Call(String file, String method, String pattern, boolean isSearching) {}

  private static final Set<String> OF_TEXT =
      Set.of("split", "matches", "replaceAll", "replaceFirst", "splitWithDelimiters");

  private final String file;
  private final boolean isSearching;
  private final List<Call> found;
  private final Map<String, ExpressionTree> constants = new HashMap<>();

  private PatternCalls(CompilationUnitTree unit, List<Call> found) throws IOException {
    this.file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    String text = unit.getSourceFile().getCharContent(true).toString();
    this.isSearching =
        text.contains(".find(") || text.contains(").replaceAll(") || text.contains(".split(");
    this.found = found;
  }

  static List<Call> ofServer() {
    List<Call> found = new ArrayList<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(SourceTree.javaFiles(Path.of("src", "main")));
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      for (CompilationUnitTree unit : task.parse()) {
        new PatternCalls(unit, found).scan(unit, null);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Void visitVariable(VariableTree variable, Void nothing) {
    if (variable.getInitializer() != null) {
      constants.put(variable.getName().toString(), variable.getInitializer());
    }
    return super.visitVariable(variable, nothing);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && !call.getArguments().isEmpty()) {
      ExpressionTree first = call.getArguments().getFirst();
      String method = select.getIdentifier().toString();
      if (method.equals("compile") && select.getExpression().toString().equals("Pattern")) {
        found.add(new Call(file, method, value(first), isSearching));
      } else if (OF_TEXT.contains(method) && takesPattern(select, call)) {
        found.add(new Call(file, method, value(first), !method.equals("matches")));
      }
    }
    return super.visitMethodInvocation(call, nothing);
  }

  /** A matcher's {@code replaceAll} takes a replacement, a list's takes a function. */
  private static boolean takesPattern(MemberSelectTree select, MethodInvocationTree call) {
    String on = select.getExpression().toString();
    // Of two arguments it is a password's, or another method of that name.
    boolean isOther =
        select.getIdentifier().contentEquals("matches")
            && call.getArguments().size() > 1
            && !on.equals("Pattern");
    return !isOther
        && !(call.getArguments().getFirst() instanceof LambdaExpressionTree)
        && !on.contains(".matcher(")
        && !on.equals("BETWEEN");
  }

  private String value(Tree expression) {
    return switch (expression) {
      case LiteralTree literal when literal.getValue() instanceof String text -> text;
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
          joined(value(sum.getLeftOperand()), value(sum.getRightOperand()));
      case IdentifierTree name when constants.containsKey(name.getName().toString()) ->
          value(constants.get(name.getName().toString()));
      default -> null;
    };
  }

  private static String joined(String left, String right) {
    return left == null || right == null ? null : left + right;
  }
}
