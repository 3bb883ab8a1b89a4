package dev.switchboard.processor.trees;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.tools.Diagnostic.Kind;

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

  /**
   * Whether an annotation of a class has a member that no annotation of that name has: the compiler tells the user, and leaves it out of
   * what it shows to processors. False where the compiler is not javac.
   */
  public static boolean hasUnknownMember(ProcessingEnvironment environment, TypeElement type) {
    try {
      return Javac.hasUnknownMember(environment, type);
    } catch (LinkageError | IllegalArgumentException anotherCompiler) {
      return false;
    }
  }

  /**
   * Tells of annotations that do not exist, of a class and its methods, where they stand. Does nothing where the compiler is not javac.
   *
   * @param message for one of that simple name; none to keep silent
   * @return whether there was something to tell
   */
  public static boolean reportAnnotations(
      ProcessingEnvironment environment,
      TypeElement type,
      Function<String, Optional<String>> message) {
    try {
      return Javac.reportAnnotations(environment, type, message);
    } catch (LinkageError | IllegalArgumentException anotherCompiler) {
      return false;
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

    static boolean hasUnknownMember(ProcessingEnvironment environment, TypeElement type) {
      Trees trees = Trees.instance(environment);
      return type.getAnnotationMirrors().stream()
          .anyMatch(mirror -> trees.getTree(type, mirror) instanceof AnnotationTree tree
              && tree.getArguments().size() > mirror.getElementValues().size());
    }

    static boolean reportAnnotations(
        ProcessingEnvironment environment,
        TypeElement type,
        Function<String, Optional<String>> message) {
      Trees trees = Trees.instance(environment);
      TreePath path = trees.getPath(type);
      if (path == null || !(path.getLeaf() instanceof ClassTree tree)) {
        return false; // It comes from a class file.
      }
      boolean told = false;
      List<Tree> annotated = new ArrayList<>(List.of(tree));
      tree.getMembers().stream().filter(MethodTree.class::isInstance).forEach(annotated::add);
      for (Tree one : annotated) {
        ModifiersTree modifiers =
            one instanceof MethodTree method ? method.getModifiers() : tree.getModifiers();
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
          Tree name = annotation.getAnnotationType();
          Element element = trees.getElement(new TreePath(path, name));
          boolean missing = element == null || element.asType().getKind() == TypeKind.ERROR;
          Optional<String> text =
              missing ? message.apply(name.toString().replaceFirst(".*\\.", "")) : Optional.empty();
          if (text.isPresent()) {
            trees.printMessage(Kind.ERROR, text.get(), annotation, path.getCompilationUnit());
            told = true;
          }
        }
      }
      return told;
    }

    private static String listed(ExpressionTree handlers, int entry) {
      ExpressionTree one =
          handlers instanceof NewArrayTree array ? array.getInitializers().get(entry) : handlers;
      return one instanceof MemberSelectTree literal ? literal.getExpression().toString() : "";
    }
  }
}
