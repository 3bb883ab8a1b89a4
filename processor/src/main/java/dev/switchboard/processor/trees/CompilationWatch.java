package dev.switchboard.processor.trees;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.switchboard.processor.javac.ManifestFiles;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

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
      // Then a manifest is there as soon as the processor has run, whatever becomes of the rest.
    }
  }

  /** In a class of its own, so that nothing else names types that other compilers may lack. */
  private static final class Javac implements TaskListener {
    private final ManifestFiles manifests;

    private Javac(ManifestFiles manifests) {
      this.manifests = manifests;
    }

    static void attach(ProcessingEnvironment environment, ManifestFiles manifests) {
      JavacTask.instance(environment).addTaskListener(new Javac(manifests));
    }

    @Override
    public void started(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.ANALYZE) {
        manifests.expectClasses(); // Not with -proc:only, where manifests are all that is wanted.
      }
    }

    @Override
    public void finished(TaskEvent event) {
      TypeElement type = event.getTypeElement();
      switch (event.getKind()) {
        case GENERATE -> {
          if (type != null) {
            manifests.compiled(type.getQualifiedName().toString());
          }
        }
        case COMPILATION -> manifests.compilationOver();
        default -> {}
      }
    }
  }
}
