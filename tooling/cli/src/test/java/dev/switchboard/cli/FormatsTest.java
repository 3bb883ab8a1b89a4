package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.switchboard.commands.Outcome;
import dev.switchboard.commands.Report;
import dev.switchboard.provisioning.SuiteSecrets;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** One life of an application, in which each command's result is read by its schema. */
class FormatsTest {
  private static final String SECRET = SuiteSecrets.fresh();

  @TempDir
  Path project;

  @TempDir
  Path keys;

  private final Sandbox sandbox = Sandbox.start(
      SandboxSettings.defaults().apiSecret(SECRET).number("447700900001").number("447700900002"));
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final Schema schema = schema();
  private final Set<String> seen = new HashSet<>();

  @BeforeEach
  void write() throws IOException {
    variables.put("SWITCHBOARD_KEYS", keys.toString());
    variables.put("SECRET", SECRET);
    Files.writeString(
        project.resolve("switchboard.yaml"),
        "environments: { local: { baseUrl: 'http://127.0.0.1:1', sandbox: '" + sandbox.uri()
            + "', account: { apiKey: sandbox, apiSecret: '${SECRET}' }, values: { stage: test }, numbers: { line: '447700900001' } } }");
    compile("EU_WEST");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void compile(String region) {
    Compiled.into(
        project.resolve("target/classes"),
        Compiled.line("Line", "/a", "region = Region." + region));
  }

  @Test
  void everyResultIsAsTheSchemaSays() throws IOException {
    assertThat(json(Outcome.DONE, "validate").get("urls").integer()).contains(2L);
    assertThat(
            json(Outcome.CHANGES, "plan", "--detailed-exitcode").get("changes").items())
        .isNotEmpty();
    assertThat(json(Outcome.DONE, "keys", "status").get("keys").items()).isEmpty();
    Json apply = json(Outcome.DONE, "apply");
    assertThat(apply.get("steps").items())
        .extracting(step -> step.required("id"))
        .contains("key", "create", "number:line");
    String id = apply.required("applicationId");
    assertThat(json(Outcome.DONE, "status").required("standing")).isEqualTo("up to date");
    assertThat(json(Outcome.DONE, "drift").flag("empty")).contains(true);
    assertThat(json(Outcome.DONE, "keys", "status").get("keys").get(0).required("use"))
        .isEqualTo("current");
    assertThat(json(Outcome.DONE, "keys", "rotate").required("fingerprint")).hasSize(64);
    Path pem = project.resolve("line.pem");
    json(Outcome.DONE, "keys", "export", pem.toString());
    assertThat(pem).content().startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(json(Outcome.DONE, "numbers", "list").get("numbers").items()).hasSizeGreaterThan(1);
    json(Outcome.DONE, "numbers", "link", "447700900002", "--as", "second");
    json(Outcome.DONE, "numbers", "unlink", "447700900002");
    json(Outcome.REFUSED, "numbers", "restore", "447700900001");
    Json verified = json(Outcome.VERIFICATION, "verify");
    assertThat(verified.get("checks").items()).hasSize(2);
    compile("NA_WEST");
    json(Outcome.DONE, "apply");
    json(Outcome.DONE, "rollback", "1");
    json(Outcome.DONE, "repair");
    sandbox.setCapabilities(id, Json.object());
    Json drift = json(Outcome.DRIFT, "drift");
    assertThat(drift.get("changes").items()).isNotEmpty();
    json(Outcome.INVALID, "plan", "--config", "absent.yaml");
    json(Outcome.DONE, "adopt", "--id", id, "--as", "acme.Adopted");
    json(Outcome.REFUSED, "destroy");
    json(Outcome.REFUSED, "destroy", "--name", "Line");
    assertThat(json(Outcome.DONE, "destroy", "--name", "Line test").required("summary"))
        .isEqualTo("destroyed");

    Set<String> declared = new HashSet<>(declared());
    declared.removeAll(seen);
    assertThat(declared)
        .as("members that no command of this test has written")
        .isSubsetOf("exports", "unfinished");
  }

  @Test
  void markdownAndJUnitSayTheSame() throws Exception {
    String md = run("plan", "--format", "md").out();
    assertThat(md)
        .startsWith("## switchboard plan in local")
        .contains("**done** (exit code 0)", "### acme.Line", "| `+` | name | Line test |");

    Document done = xml(run("apply", "--format", "junit"), Outcome.DONE);
    assertThat(done.getElementsByTagName("failure").getLength()).isZero();
    assertThat(testcases(done)).contains("create application \"Line test\"");
    Document failed = xml(run("verify", "--format", "junit"), Outcome.VERIFICATION);
    assertThat(failed.getElementsByTagName("failure").getLength()).isEqualTo(2);
    Document early = xml(run("plan", "--format", "junit", "--config", "no.yaml"), Outcome.INVALID);
    assertThat(((Element) early.getElementsByTagName("failure").item(0)).getAttribute("message"))
        .contains("no.yaml does not exist");
    Run typo = run("plan", "--format", "jsn");
    assertThat(typo.exitCode()).isEqualTo(Outcome.USAGE.exitCode());
    assertThat(typo.err()).contains("there is no format \"jsn\", did you mean json?");
  }

  /** The one app's part, or a missing value where the command ended before there was one. */
  private Json json(Outcome outcome, String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--format", "json"));
    Run run = run(args.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(outcome.exitCode());
    assertThat(schema.validate(run.out(), InputFormat.JSON)).as(run.out()).isEmpty();
    Json document = Json.parse(run.out());
    assertThat(document.text("outcome")).contains(outcome.word());
    assertThat(document.required("command"))
        .isEqualTo(String.join(
            " ",
            Stream.of(command)
                .takeWhile(word -> word.matches("[a-z]+") && !word.equals("absent"))
                .toList()));
    if (document.get("problems").items().isEmpty()) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.err()).contains(document.get("problems").get(0).text().orElseThrow());
    }
    Json app = document.get("apps").get(0);
    if (app.isObject()) {
      seen.addAll(app.names());
    }
    return app;
  }

  private Run run(String... args) {
    return Run.in(project, variables, args);
  }

  private static Document xml(Run run, Outcome outcome) throws Exception {
    assertThat(run.exitCode()).isEqualTo(outcome.exitCode());
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(run.out())));
  }

  private static List<String> testcases(Document document) {
    var nodes = document.getElementsByTagName("testcase");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      names.add(((Element) nodes.item(i)).getAttribute("name"));
    }
    return names;
  }

  private static List<String> declared() {
    return Json.parse(text()).get("$defs").get("app").get("properties").names();
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text(), InputFormat.JSON);
  }

  private static String text() {
    try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream(Report.SCHEMA))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
