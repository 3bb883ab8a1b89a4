package dev.switchboard.processor.trees;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.Trees;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Names that stand in the source and nowhere else: of classes that do not exist, the compiler's model says no more than that. */
public final class SourceNames {
  private SourceNames() {}

  /**
   * The class that an app lists in {@code handlers} at that place, as it is written there; empty where the compiler is not javac.
   *
   * @param app its class
   * @param entry from 0
   */
  public static String handler(ProcessingEnvironment environment, TypeElement app, int entry) {
    try {
      return Javac.handler(environment, app, entry);
    } catch (LinkageError | IllegalArgumentException anotherCompiler) {
      return "";
    }
  }

  /** In a class of its own, so that nothing else names types that other compilers may lack. */
  private static final class Javac {
    static String handler(ProcessingEnvironment environment, TypeElement app, int entry) {
      ClassTree tree = Trees.instance(environment).getTree(app);
      return tree.getModifiers().getAnnotations().stream()
          .map(AnnotationTree::getArguments)
          .flatMap(List::stream)
          .filter(AssignmentTree.class::isInstance)
          .map(AssignmentTree.class::cast)
          .filter(member -> member.getVariable().toString().equals("handlers"))
          .map(member -> listed(member.getExpression(), entry))
          .findFirst()
          .orElse("");
    }

    private static String listed(ExpressionTree handlers, int entry) {
      ExpressionTree one =
          handlers instanceof NewArrayTree array ? array.getInitializers().get(entry) : handlers;
      return one instanceof MemberSelectTree literal ? literal.getExpression().toString() : "";
    }
  }
}
