package dev.switchboard.processor.trees;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.javac.ManifestFiles;
import dev.switchboard.processor.model.Site;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Looks on after annotation processing, when types are checked and class files written. */
public final class CompilationWatch {
  private CompilationWatch() {}

  /**
   * Looks on where the compiler is javac; elsewhere does nothing.
   *
   * @param manifests to be told which classes were compiled, and when no more will be
   */
  public static void attach(ProcessingEnvironment environment, ManifestFiles manifests) {
    try {
      Javac.attach(environment, manifests);
    } catch (LinkageError | IllegalArgumentException anotherCompiler) {
      // Then NCCOs are checked when they are sent, and a manifest is there as soon as the processor
      // has run.
    }
  }

  /** In a class of its own, so that nothing else names types that other compilers may lack. */
  private static final class Javac implements TaskListener {
    private final Trees trees;
    private final Messager messager;
    private final ManifestFiles manifests;

    /** What was read in the end: each round reads everything again, in the same trees. */
    private final Set<CompilationUnitTree> units =
        Collections.newSetFromMap(new IdentityHashMap<>());

    private Javac(Trees trees, Messager messager, ManifestFiles manifests) {
      this.trees = trees;
      this.messager = messager;
      this.manifests = manifests;
    }

    static void attach(ProcessingEnvironment environment, ManifestFiles manifests) {
      JavacTask.instance(environment)
          .addTaskListener(
              new Javac(Trees.instance(environment), environment.getMessager(), manifests));
    }

    @Override
    public void started(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.ANALYZE) {
        manifests.expectClasses(); // Not with -proc:only, where manifests are all that is wanted.
      }
    }

    /** What is only a help must not stop a compilation by a mistake of its own. */
    private void scan(CompilationUnitTree unit, TypeElement type) {
      try {
        NccoScanner.scan(trees, new TreePath(unit), type.getSimpleName());
      } catch (RuntimeException bug) {
        messager.printMessage(
            Kind.NOTE, Rule.BUG.at(Site.of(""), type.getSimpleName(), bug).text(), type);
      }
    }

    @Override
    public void finished(TaskEvent event) {
      TypeElement type = event.getTypeElement();
      switch (event.getKind()) {
        case ENTER -> units.add(event.getCompilationUnit());
        case ANALYZE -> {
          units.clear(); // Every name in a header is known.
          if (type != null && event.getCompilationUnit() != null) {
            scan(event.getCompilationUnit(), type);
          }
        }
        case GENERATE -> {
          if (type != null) {
            manifests.compiled(type.getQualifiedName().toString());
          }
        }
        case COMPILATION -> {
          // With such a mistake javac ends before it analyses anything, as it does with -proc:only.
          if (units.stream().anyMatch(unit -> MissingNames.in(trees, unit))) {
            manifests.expectClasses();
          }
          manifests.compilationOver();
          units.clear();
        }
        default -> {}
      }
    }
  }
}
