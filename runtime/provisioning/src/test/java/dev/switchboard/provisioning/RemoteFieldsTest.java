package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever an application holds that the manifest does not own is there after an apply, exactly as it was. */
class RemoteFieldsTest {
  private static final ApplicationKey KEY = ApplicationKey.generate();

  @TempDir
  Path folder;

  @Test
  void everyFieldOfEveryApplicationSurvives() throws IOException {
    Path corpus = Path.of(System.getProperty("switchboard.corpus", "")).resolve("applications");
    boolean required = Boolean.getBoolean("switchboard.corpus.required");
    if (!Files.isDirectory(corpus)) {
      assertThat(required).as("the corpus is required and absent").isFalse();
      System.out.println(
          "no corpus beside this checkout: the applications of others are not tested");
      assumeTrue(false, "no corpus");
    }
    List<ObjectNode> applications = applications(corpus);
    assertThat(applications).hasSizeGreaterThan(40);
    try (FakePlatform platform = new FakePlatform()) {
      for (int i = 0; i < applications.size(); i++) {
        survives(platform, applications.get(i), folder.resolve(Integer.toString(i)));
      }
    }
    System.out.println(applications.size() + " applications of the corpus went through an apply");
  }

  private static List<ObjectNode> applications(Path corpus) throws IOException {
    List<ObjectNode> applications = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        try {
          JsonNode tree = ApiClient.mapper().readTree(Files.readString(file));
          collect(tree, applications);
        } catch (JacksonException e) {
          throw new AssertionError(file.getFileName() + " is not JSON", e);
        }
      }
    }
    return applications;
  }

  private static void collect(JsonNode tree, List<ObjectNode> applications) {
    if (tree instanceof ObjectNode object && object.has("name")) {
      applications.add(object);
    } else {
      tree.path("_embedded").path("applications").forEach(item -> collect(item, applications));
    }
  }

  /** The application carries our key, as if it had been adopted, and is applied for the first time. */
  private static void survives(FakePlatform platform, ObjectNode application, Path folder) {
    ApplicationKey key = KEY;
    FileKeyStore keys = new FileKeyStore(folder.resolve("keys"));
    keys.store(key);
    ObjectNode remote = application.deepCopy();
    remote.put("id", "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab");
    if (!(remote.get("keys") instanceof ObjectNode)) {
      remote.putObject("keys");
    }
    remote.withObject("/keys").put("public_key", key.publicPem());
    if (remote.has("capabilities") && !(remote.get("capabilities") instanceof ObjectNode)) {
      remote.remove("capabilities");
    }
    platform.applications.clear();
    platform.put(remote.deepCopy());
    Deployment deployment = Deployment.of(
            Fixtures.manifest(List.of(), Fixtures.voice("eu-west"), Fixtures.messages()))
        .bindings(Fixtures.bindings())
        .account(platform.account())
        .state(new FileStateStore(folder.resolve("state.json")))
        .keys(keys)
        .build();
    Plan plan = deployment.plan();
    List<String> owned = plan.changes().stream().map(Change::name).toList();
    plan.apply();

    ObjectNode after = platform.only();
    for (Map.Entry<List<String>, JsonNode> leaf : Tree.leaves(remote).entrySet()) {
      if (!owned.contains(String.join(".", leaf.getKey())) && !coveredBy(owned, leaf.getKey())) {
        assertThat(Tree.at(after, leaf.getKey()).toString())
            .as(leaf.getKey() + " of " + application.path("name"))
            .isEqualTo(leaf.getValue().toString());
      }
    }
    assertThat(deployment.plan().isEmpty()).isTrue();
  }

  /** An empty object is a leaf until the manifest puts something into it; a timeout's former name goes with its new one. */
  private static boolean coveredBy(List<String> owned, List<String> path) {
    String name = String.join(".", path) + ".";
    return owned.stream().anyMatch(change -> change.startsWith(name));
  }
}
