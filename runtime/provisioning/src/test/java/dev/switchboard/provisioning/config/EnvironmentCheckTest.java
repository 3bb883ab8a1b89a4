package dev.switchboard.provisioning.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file says about apps, against the apps there are. */
class EnvironmentCheckTest {
  private static Manifest app(String name) {
    return new Manifest(
        name,
        new Application("Pizza", List.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Environment environment(String apps) {
    return Configuration.parse(
            "environments: { live: { baseUrl: 'https://pizza.example', apps: " + apps + " } }",
            "c.yaml")
        .environment("live");
  }

  @Test
  void namesWhatNobodyCompiled() {
    Environment live = environment("{ acme.Pizza: {}, acme.Pizzas: {}, acme.Bakery: {} }");

    assertThat(EnvironmentCheck.strangers(live, List.of(app("acme.Pizza"))))
        .hasSize(2)
        .anyMatch(line -> line.contains("acme.Pizzas") && line.endsWith("Did you mean acme.Pizza?"))
        .anyMatch(line ->
            line.contains("acme.Bakery") && line.endsWith("Remove it, or compile that app too."));
  }

  /** It may be the app of another module, which the same file is for. */
  @Test
  void whatNobodyCompiledIsNoProblemOfTheOthers() {
    Environment live = environment("{ acme.Bakery: {} }");

    assertThat(EnvironmentCheck.problems(live, List.of(app("acme.Pizza")))).isEmpty();
    assertThat(EnvironmentCheck.strangers(
            environment("{ acme.Pizza: {} }"), List.of(app("acme.Pizza"))))
        .isEmpty();
  }
}
