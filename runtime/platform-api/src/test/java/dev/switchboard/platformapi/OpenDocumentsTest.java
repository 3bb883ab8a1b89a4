package dev.switchboard.platformapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Nothing may be lost between a read and the write that follows it, so no schema may close anything. */
class OpenDocumentsTest {
  private static final Path DOCUMENTS = Path.of("../provisioning/src/main/openapi");

  @ParameterizedTest
  @ValueSource(strings = {"application-v2.yaml", "numbers.yaml"})
  void everyObjectIsOpenAndNoEnumIsClosed(String document) throws IOException {
    Object tree = new Load(LoadSettings.builder().build())
        .loadFromString(Files.readString(DOCUMENTS.resolve(document)));
    List<String> wrong = new ArrayList<>();
    int objects = visit("", tree, wrong);
    assertThat(wrong).isEmpty();
    assertThat(objects).isGreaterThan(2);
  }

  private static boolean written(Map<?, ?> schema) {
    return Boolean.TRUE.equals(schema.get("additionalProperties"));
  }

  private static int visit(String path, Object node, List<String> wrong) {
    int objects = 0;
    if (node instanceof Map<?, ?> members) {
      if ("object".equals(members.get("type")) || members.get("properties") instanceof Map) {
        objects++;
        // A form is open by default; the generator takes no word about it.
        boolean open =
            path.endsWith("Form") ? !members.containsKey("additionalProperties") : written(members);
        if (!open) {
          wrong.add(path + " is not open");
        }
      }
      if (members.get("enum") instanceof List) {
        wrong.add(path + " is a closed enum");
      }
      for (Map.Entry<?, ?> member : members.entrySet()) {
        objects += visit(path + "/" + member.getKey(), member.getValue(), wrong);
      }
    } else if (node instanceof List<?> items) {
      for (Object item : items) {
        objects += visit(path + "/-", item, wrong);
      }
    }
    return objects;
  }
}
