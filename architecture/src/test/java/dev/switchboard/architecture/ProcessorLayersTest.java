package dev.switchboard.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** Arrows inside the processor: {@code trees -> javac -> check, generate -> diagnostics -> model}. */
class ProcessorLayersTest {
  private static final String ROOT = "dev.switchboard.processor";

  /** But for one plain value: the list of keywords is the language's. */
  private static final DescribedPredicate<JavaClass> COMPILER = resideInAnyPackage(
          "javax.lang.model..",
          "javax.annotation.processing..",
          "com.sun.source..",
          "com.sun.tools..")
      .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(SourceVersion.class)))
      .as("are the compiler's");

  @Test
  void arrowsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("entry")
        .definedBy(ROOT)
        .layer("javac")
        .definedBy(ROOT + ".javac..")
        .layer("trees")
        .definedBy(ROOT + ".trees..")
        .layer("generate")
        .definedBy(ROOT + ".generate..")
        .layer("check")
        .definedBy(ROOT + ".check..")
        .layer("diagnostics")
        .definedBy(ROOT + ".diagnostics..")
        .layer("model")
        .definedBy(ROOT + ".model..")
        .whereLayer("entry")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("trees")
        .mayOnlyBeAccessedByLayers("entry")
        .whereLayer("javac")
        .mayOnlyBeAccessedByLayers("entry", "trees")
        .whereLayer("generate")
        .mayOnlyBeAccessedByLayers("entry", "javac")
        .whereLayer("check")
        .mayOnlyBeAccessedByLayers("entry", "javac")
        .whereLayer("diagnostics")
        .mayOnlyBeAccessedByLayers("entry", "trees", "javac", "check", "generate")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("entry", "trees", "javac", "check", "generate", "diagnostics")
        .check(ArrowsTest.classesOf(House.MODULES.get("processor")));
  }

  @Test
  void theMiddleKnowsNoCompiler() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".model..", ROOT + ".check..", ROOT + ".diagnostics..", ROOT + ".generate..")
        .should()
        .dependOnClassesThat(COMPILER)
        .because("rules and generators are tested without a compiler")
        .check(ArrowsTest.classesOf(House.MODULES.get("processor")));
  }
}
