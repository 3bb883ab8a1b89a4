package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The POMs that are published say what Maven Central asks for, and name nothing that is not there. */
class PublishedPomsTest {
  static Stream<Path> modules() {
    return Stream.concat(
            House.MODULES.values().stream().map(House.Module::pom),
            Stream.of(House.ROOT.resolve("integrations/helidon/pom.xml")))
        .distinct();
  }

  @Test
  void whatAllHaveInCommonStandsInTheParentAndInTheBom() throws Exception {
    for (String file : List.of("pom.xml", "bom/pom.xml")) {
      Element project = read(House.ROOT.resolve(file));
      assertThat(text(project, "url")).as(file).startsWith("https://");
      assertThat(text(child(project, "licenses").get(0), "license", "name"))
          .isEqualTo("Apache-2.0");
      assertThat(text(project, "developers", "developer", "name")).as(file).isNotEmpty();
      assertThat(text(project, "scm", "connection")).as(file).startsWith("scm:git:https://");
      assertThat(text(project, "scm", "url")).as(file).startsWith("https://");
    }
  }

  /** Until the project has a home, its POMs name a host that cannot exist (RFC 2606); a release names a real one. */
  @Test
  void aReleaseNamesARealHost() throws Exception {
    for (String file : List.of("pom.xml", "bom/pom.xml")) {
      Element project = read(House.ROOT.resolve(file));
      List<String> hosts = Stream.of(
              text(project, "url"),
              text(project, "developers", "developer", "url"),
              text(project, "scm", "url"),
              text(project, "scm", "connection").substring("scm:git:".length()))
          .map(url -> URI.create(url).getHost())
          .distinct()
          .toList();
      assertThat(hosts).as("one home in %s", file).hasSize(1);
      if (!text(project, "version").endsWith("-SNAPSHOT")) {
        assertThat(hosts.get(0)).as(file).doesNotEndWith(".example");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void eachSaysWhatItIs(Path pom) throws Exception {
    Element project = read(pom);
    assertThat(text(project, "name")).startsWith("Switchboard ");
    assertThat(text(project, "description")).hasSizeGreaterThan(20);
    assertThat(text(project, "parent", "groupId")).isEqualTo("dev.switchboard");
    assertThat(child(project, "repositories")).as("repositories of its own").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noneDependsOnWhatIsNotReleased(Path pom) throws Exception {
    for (Element dependencies : child(read(pom), "dependencies")) {
      for (Element dependency : child(dependencies, "dependency")) {
        assertThat(text(dependency, "version")).doesNotContain("SNAPSHOT");
        assertThat(text(dependency, "scope")).isNotEqualTo("system");
      }
    }
  }

  @Test
  void theBomListsEachModule() throws Exception {
    Set<String> listed = new TreeSet<>();
    Element management =
        child(read(House.ROOT.resolve("bom/pom.xml")), "dependencyManagement").get(0);
    for (Element dependency : child(child(management, "dependencies").get(0), "dependency")) {
      listed.add(text(dependency, "artifactId"));
    }
    Set<String> artifacts = new TreeSet<>();
    for (Path pom : modules().toList()) {
      Element project = read(pom);
      if (!text(project, "packaging").equals("maven-plugin")) {
        artifacts.add(text(project, "artifactId"));
      }
    }
    assertThat(listed).isEqualTo(artifacts);
  }

  static Element read(Path pom) throws Exception {
    assertThat(Files.isRegularFile(pom)).as("%s", pom).isTrue();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
  }

  private static List<Element> child(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The text at a path of elements; empty where there is none. */
  static String text(Element parent, String... path) {
    Element at = parent;
    for (String name : path) {
      List<Element> next = child(at, name);
      if (next.isEmpty()) {
        return "";
      }
      at = next.get(0);
    }
    return at.getTextContent().strip();
  }
}
