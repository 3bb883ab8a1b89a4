package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last: searches whatever the suite printed and wrote, state, locks, repositories and all, for whatever is secret. */
@Order(Integer.MAX_VALUE)
class SuiteSecretsTest {
  @Test
  void nothingThatTheSuiteWroteHoldsASecret() throws IOException {
    Map<String, String> needles = new HashMap<>();
    for (String secret : SuiteSecrets.all()) {
      SuiteSecrets.needles(secret).forEach(needle -> needles.put(needle, "a password"));
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(KeptFolders.ROOT)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    int keys = 0;
    List<Path> others = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      // A key may lie in a file of its own, closed to others; what else is in the folder of keys is
      // searched.
      if (text.startsWith("-----BEGIN PRIVATE KEY-----")) {
        keys++;
        SuiteSecrets.needles(text).forEach(needle -> needles.put(needle, "the key " + file));
      } else {
        others.add(file);
      }
    }
    List<String> found = new ArrayList<>();
    for (Path file : others) {
      search(Files.readAllBytes(file), file.toString(), needles, found);
    }
    byte[] said = SuiteSecrets.said();
    search(said, "standard output", needles, found);
    System.out.println("secrets: " + SuiteSecrets.all().size() + " passwords and " + keys
        + " private keys looked for in " + others.size() + " files and " + said.length
        + " bytes of output");
    assertThat(found).isEmpty();
    assertThat(others.size() + said.length).isPositive();
  }

  @Test
  void theSearchFindsEveryForm() {
    String secret = SuiteSecrets.add("3f9c5a60-aaaa-4444-9999-" + System.nanoTime());
    Map<String, String> needles = new HashMap<>();
    SuiteSecrets.needles(secret).forEach(needle -> needles.put(needle, "it"));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    search(bytes, "plain", needles, found);
    for (String before : List.of("", "k", "ke", "key:")) {
      String basic = Base64.getEncoder()
          .encodeToString((before + secret + "!").getBytes(StandardCharsets.UTF_8));
      search(basic.getBytes(StandardCharsets.UTF_8), before, needles, found);
    }
    assertThat(found).hasSize(5);
  }

  private static void search(
      byte[] bytes, String where, Map<String, String> needles, List<String> found) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = 0; at + SuiteSecrets.WINDOW <= text.length(); at++) {
      String secret = needles.get(text.substring(at, at + SuiteSecrets.WINDOW));
      if (secret != null) {
        found.add(where + " holds " + secret);
        return;
      }
    }
  }
}
