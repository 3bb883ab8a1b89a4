package dev.switchboard.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Arrows between modules: what the classes use, and what the build files allow them to use. */
class ArrowsTest {
  static Stream<String> modules() {
    return House.MODULES.keySet().stream();
  }

  static Stream<String> modulesWithClasses() {
    return modules()
        .filter(name ->
            !name.equals("runtime")); // The one dependency of an application has no classes.
  }

  @ParameterizedTest
  @MethodSource("modulesWithClasses")
  void classesUseOnlyWhatTheDesignDraws(String name) {
    House.Module module = House.MODULES.get(name);
    Set<String> forbidden = new TreeSet<>(House.MODULES.keySet());
    forbidden.remove(name);
    forbidden.removeAll(House.reach(name));
    String[] packages = forbidden.stream()
        .map(other -> House.MODULES.get(other).rootPackage() + "..")
        .toArray(String[]::new);

    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages))
        .because("the design draws no arrow from " + name + " to " + forbidden)
        .check(classesOf(module));
  }

  @ParameterizedTest
  @MethodSource("modulesWithClasses")
  void everyClassLivesInTheRoomOfItsModule(String name) {
    House.Module module = House.MODULES.get(name);

    noClasses()
        .should()
        .haveFullyQualifiedName("module-info")
        .orShould(new ResideOutsideOf(module.rootPackage()))
        .check(classesOf(module));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void buildFilesDeclareOnlyWhatTheDesignDraws(String name) throws Exception {
    Set<String> allowed = House.reach(name);

    assertThat(ownDependencies(House.MODULES.get(name).pom()))
        .as("modules that %s depends on outside its tests", name)
        .isSubsetOf(allowed);
  }

  @Test
  void everyModuleIsInTheHouse() throws Exception {
    try (Stream<Path> files = Files.walk(House.ROOT, 3)) {
      List<String> homeless = files
          .filter(file ->
              file.endsWith("pom.xml") && Files.isDirectory(file.resolveSibling("src/main/java")))
          .map(file -> House.ROOT.relativize(file.getParent()).toString().replace('\\', '/'))
          .filter(folder -> !folder.contains("target/")
              && !folder.equals("example")
              && !folder.startsWith("benchmarks"))
          .filter(folder -> !House.LEFT_OUT.contains(folder))
          .filter(folder -> House.MODULES.values().stream()
              .noneMatch(module -> module.folder().equals(folder)))
          .toList();
      assertThat(homeless).as("modules that the test of arrows does not know").isEmpty();
    }
  }

  @Test
  void theProcessorOnlyWritesManifests() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("dev.switchboard.manifest.reader.."))
        .because("its jar carries the records and the writer alone")
        .check(classesOf(House.MODULES.get("processor")));
  }

  @ParameterizedTest
  @MethodSource("modulesWithClasses")
  void jacksonStaysOutOfPublicSignatures(String name) {
    if (name.equals("platform-api")) {
      return; // Generated, and behind provisioning and client.
    }
    noClasses()
        .that(publicApiOf(House.MODULES.get(name)))
        .should(new MentionInSignatures("tools.jackson", "com.fasterxml"))
        .allowEmptyShould(true) // The processor and the CLI have no public API.
        .check(classesOf(House.MODULES.get(name)));
  }

  @ParameterizedTest
  @MethodSource("servingModules")
  void theServingPathUsesNoReflection(String name) {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.lang.reflect.."))
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .check(classesOf(House.MODULES.get(name)));
  }

  static Stream<String> servingModules() {
    return Stream.of("webhooks", "server");
  }

  private static DescribedPredicate<JavaClass> publicApiOf(House.Module module) {
    Set<String> exported = exportsOf(module);
    return describe(
        "are public API",
        type -> type.getModifiers().contains(JavaModifier.PUBLIC)
            && exported.contains(type.getPackageName()));
  }

  /** The packages that the module's descriptor exports; none for a module without one. */
  private static Set<String> exportsOf(House.Module module) {
    Path descriptor = module.classes().resolve("module-info.class");
    if (Files.notExists(descriptor)) {
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      return ModuleDescriptor.read(in).exports().stream()
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JavaClasses classesOf(House.Module module) {
    JavaClasses classes = new ClassFileImporter().importPath(module.classes());
    assertThat(classes)
        .as("classes of %s; build the whole reactor", module.name())
        .isNotEmpty();
    return classes;
  }

  private static Set<String> ownDependencies(Path pom) throws Exception {
    Element project = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
    Set<String> own = new TreeSet<>();
    for (Element dependencies : children(project, "dependencies")) {
      for (Element dependency : children(dependencies, "dependency")) {
        boolean test = children(dependency, "scope").stream()
            .anyMatch(scope -> scope.getTextContent().equals("test"));
        String artifact = children(dependency, "artifactId").get(0).getTextContent();
        if (!test && artifact.startsWith("switchboard-")) {
          own.add(artifact.substring("switchboard-".length()));
        }
      }
    }
    return own;
  }

  private static List<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node ->
            node.getNodeType() == Node.ELEMENT_NODE && node.getNodeName().equals(name))
        .map(Element.class::cast)
        .toList();
  }
}
