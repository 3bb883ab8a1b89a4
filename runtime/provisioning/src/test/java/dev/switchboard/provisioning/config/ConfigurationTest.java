package dev.switchboard.provisioning.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  private static Optional<String> unset(String name) {
    return Optional.empty();
  }

  static final String WHOLE = """
      # a comment
      environments:
        local:
          baseUrl: http://localhost:8080/
          sandbox: true
          values: { stage: local }
          numbers: { support-line: 447700900001 }
        production:
          baseUrl: https://${HOST}/pizza
          protect: true
          account: { apiKey: "${VONAGE_API_KEY}", apiSecret: "${VONAGE_API_SECRET}" }
          values: { stage: production, price: "$$5" }
          numbers: { support-line: "447700900123" }
          keys: "exec: pass show vonage"
          state: git
          apps:
            com.acme.forward.ForwardCall: { baseUrl: https://forward.example, values: { stage: live } }
      """;

  @Test
  void readsTheWholeFile() {
    Configuration whole = Configuration.parse(WHOLE, "switchboard.yaml");

    assertThat(whole.environments())
        .extracting(Environment::name)
        .containsExactly("local", "production");
    Environment local = whole.environment();
    assertThat(local.name()).isEqualTo("local");
    assertThat(local.protect()).isFalse();
    assertThat(local.sandbox(ConfigurationTest::unset))
        .contains(URI.create(Configuration.SANDBOX_ADDRESS));
    assertThat(local.baseUrl("any.App", ConfigurationTest::unset))
        .isEqualTo(URI.create("http://localhost:8080"));
    assertThat(resolved(local.common().numbers(), "support-line")).isEqualTo("447700900001");
    assertThat(local.state().kind()).isEqualTo(Place.State.FILE);
    assertThat(local.common().keys()).isEmpty();

    Environment production = whole.environment("production");
    Function<String, Optional<String>> variables = name -> Optional.ofNullable(
        Map.of("HOST", "pizza.example", "VONAGE_API_KEY", "k1", "VONAGE_API_SECRET", "s$1")
            .get(name));
    assertThat(production.protect()).isTrue();
    assertThat(production.sandbox(variables)).isEmpty();
    assertThat(production.account().apiSecret().orElseThrow().resolve(variables))
        .isEqualTo("s$1");
    assertThat(production.state().kind()).isEqualTo(Place.State.GIT);
    assertThat(production.common().keys().orElseThrow().kind()).isEqualTo(Place.Keys.EXEC);
    assertThat(production.common().keys().orElseThrow().detail()).contains("pass show vonage");
    assertThat(production.baseUrl("com.acme.pizza.PizzaLine", variables))
        .isEqualTo(URI.create("https://pizza.example/pizza"));
  }

  @Test
  void anAppRebindsOnlyWhatDiffers() {
    Environment production =
        Configuration.parse(WHOLE, "switchboard.yaml").environment("production");

    AppSettings forward = production.settingsOf("com.acme.forward.ForwardCall");

    assertThat(resolved(forward.values(), "stage")).isEqualTo("live");
    assertThat(resolved(forward.values(), "price")).isEqualTo("$5");
    assertThat(forward.numbers()).containsOnlyKeys("support-line");
    assertThat(production.baseUrl("com.acme.forward.ForwardCall", ConfigurationTest::unset))
        .isEqualTo(URI.create("https://forward.example"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          environments: { a: { baseURl: x } }            | c.yaml:1:22: unknown key "baseURl" in environments.a. Did you mean "baseUrl"?
          environments: { a: { acount: {} } }            | c.yaml:1:22: unknown key "acount" in environments.a. Did you mean "account"?
          environments: { a: { qqqqqq: {} } }            | c.yaml:1:22: unknown key "qqqqqq" in environments.a. Known here: baseUrl, sandbox, protect, account, values, numbers, keys, state, apps.
          enviroments: {}                                | c.yaml:1:1: unknown key "enviroments". Did you mean "environments"?
          environments: {}                               | c.yaml:1:1: there is no environment. Add one below "environments:", with a baseUrl.
          environments: { a: }                           | c.yaml:1:17: environment "a" is empty. Give it a baseUrl.
          environments: { "a b": {} }                    | c.yaml:1:17: an environment's name has letters, digits, dot, dash and underscore, begins with a letter or digit, and is at most 63 long. Rename this one.
          environments: { a: { protect: "yes" } }        | c.yaml:1:31: environments.a.protect must be true or false, without quotes.
          environments: { a: { protect: yes } }          | c.yaml:1:31: environments.a.protect must be true or false, without quotes.
          environments: { a: { baseUrl: } }              | c.yaml:1:22: environments.a.baseUrl has no value. Write one after the colon, or remove the line.
          environments: { a: { baseUrl: [x] } }          | c.yaml:1:31: environments.a.baseUrl must be one text. Quote it if it has special characters.
          environments: { a: { values: 3 } }             | c.yaml:1:30: environments.a.values must be a mapping: indent its keys below it, or write { key: value }.
          environments: { a: { keys: vault } }           | c.yaml:1:28: environments.a.keys must be one of file, env, exec, each optionally with a detail: "file: some/folder".
          environments: { a: { keys: exec } }            | c.yaml:1:28: environments.a.keys names no program. Write "exec: command", in quotes.
          environments: { a: { state: s3 } }             | c.yaml:1:29: environments.a.state must be one of file, git, each optionally with a detail: "file: some/folder".
          environments: { a: { account: { apiSecret: hunter2 } } } | c.yaml:1:44: environments.a.account.apiSecret is a secret, and this file is not the place for it. Write "${NAME}" and set that environment variable; if the secret was ever committed, revoke it.
          environments: { a: { account: { apiKey: "${open" } } } | c.yaml:1:41: environments.a.account.apiKey has a "${" that is no reference. Write ${NAME} for an environment variable, $$ for a dollar sign.
          environments: { a: { baseUrl: x }, a: {} }     | c.yaml:1:36: "a" is here twice, first at line 1. Keep one.
          environments: { ? [k] : v }                    | c.yaml:1:19: a key in environments must be plain text.
          [a]                                            | c.yaml:1:1: the file must be a mapping that begins with "environments:".
          # nothing                                      | c.yaml:1:1: the file is empty. It begins with "environments:".
          environments: { a: *secretAlias }              | c.yaml:1:20: this is not YAML: found undefined alias. Look at the indentation and the quotes here.
          """)
  void saysWhereAndWhatToDo(String yaml, String message) {
    assertThatThrownBy(() -> Configuration.parse(yaml, "c.yaml"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  @Test
  void limitsSizeAndDepth(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("switchboard.yaml");
    Files.writeString(file, "#".repeat(YamlText.LONGEST + 1));

    assertThatThrownBy(() -> Configuration.read(file)).hasMessageContaining("is longer than");
    assertThatThrownBy(() -> Configuration.parse("[".repeat(100_000), "c.yaml"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("nested deeper than 16 levels");
  }

  @Test
  void saysWhenThereIsNoFile(@TempDir Path folder) {
    assertThatThrownBy(() -> Configuration.read(folder.resolve("switchboard.yaml")))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(
            "switchboard.yaml does not exist. Write one with \"environments:\", or name it with --config.");
    assertThatThrownBy(() -> Configuration.read(folder))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void refusesWhatIsNotUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("switchboard.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff});

    assertThatThrownBy(() -> Configuration.read(file)).hasMessageContaining("is not UTF-8 text");
  }

  @Test
  void namesTheVariableThatIsNotSet() {
    Setting secret = Configuration.parse(WHOLE, "c.yaml")
        .environment("production")
        .account()
        .apiSecret()
        .orElseThrow();

    assertThatThrownBy(() -> secret.resolve(ConfigurationTest::unset))
        .isInstanceOf(UnsetVariableException.class)
        .hasMessage(
            "c.yaml:11:56: environments.production.account.apiSecret refers to the environment variable"
                + " VONAGE_API_SECRET, which is not set. Set it and run again.");
    assertThatThrownBy(() -> secret.resolve(name -> Optional.of("")))
        .isInstanceOf(UnsetVariableException.class);
  }

  @Test
  void suggestsTheEnvironmentThatWasMeant() {
    Configuration whole = Configuration.parse(WHOLE, "c.yaml");

    assertThatThrownBy(() -> whole.environment("prodution"))
        .hasMessage("c.yaml has no environment \"prodution\". Did you mean \"production\"?");
    assertThatThrownBy(() -> whole.environment("x"))
        .hasMessage("c.yaml has no environment \"x\". It has: local, production.");
    Configuration noLocal =
        Configuration.parse("environments: { a: { baseUrl: x }, b: { baseUrl: y } }", "c.yaml");
    assertThatThrownBy(noLocal::environment)
        .hasMessage("c.yaml has several environments: a, b. Name one with --env.");
  }

  @ParameterizedTest
  @CsvSource({
    "pizza.example",
    "ftp://pizza.example",
    "https://",
    "https://pizza.example?x=1",
    "https://pizza.example#x",
    "https://user:word@pizza.example",
    "'https://pizza example'",
    "/webhooks"
  })
  void aBaseUrlIsAnAddress(String text) {
    Environment environment = Configuration.parse(
            "environments: { a: { baseUrl: '" + text + "' } }", "c.yaml")
        .environment();

    assertThatThrownBy(() -> environment.baseUrl("any.App", ConfigurationTest::unset))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "c.yaml:1:31: environments.a.baseUrl is not an address. Write http:// or https://, a host, and at"
                + " most a path: https://pizza.example.");
  }

  @Test
  void toStringShowsNoValue() {
    Environment production = Configuration.parse(WHOLE, "c.yaml").environment("production");

    assertThat(production.toString())
        .contains("VONAGE_API_SECRET")
        .doesNotContain("pass show", "447700900123");
  }

  private static String resolved(Map<String, Setting> settings, String name) {
    return Optional.ofNullable(settings.get(name)).orElseThrow().resolve(ConfigurationTest::unset);
  }
}
