package dev.switchboard.processor.trees;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.Site;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Finds apps inside of bodies. Processors are not shown them, so nothing would ever be generated for one, nor said of it. */
final class LocalApps {
  private LocalApps() {}

  /** Says so, where that class is one. */
  static void check(Trees trees, TreePath unit, ClassTree type) {
    for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
      if (isApp(trees.getElement(new TreePath(unit, annotation.getAnnotationType())))
          && trees.getElement(new TreePath(unit, type)) instanceof TypeElement element
          && isLocal(element)) {
        String text = Rule.APP_HIDDEN.at(Site.of(""), type.getSimpleName()).text();
        trees.printMessage(Kind.ERROR, text, type, unit.getCompilationUnit());
        return;
      }
    }
  }

  private static boolean isApp(@Nullable Element annotation) {
    return annotation instanceof TypeElement type
        && type.getQualifiedName().toString().startsWith("dev.switchboard.annotations.")
        && (type.getSimpleName().contentEquals("SwitchboardApp")
            || CapabilityKind.switchedOnBy(type.getSimpleName().toString()).isPresent());
  }

  /** Local itself, or a member of a class that is local or has no name. */
  private static boolean isLocal(TypeElement type) {
    for (Element at = type;
        at != null && at.getKind() != ElementKind.PACKAGE;
        at = at.getEnclosingElement()) {
      if (!(at instanceof TypeElement around)
          || around.getNestingKind() == NestingKind.LOCAL
          || around.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
    }
    return false;
  }
}
