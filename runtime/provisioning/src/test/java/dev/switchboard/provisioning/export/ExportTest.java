package dev.switchboard.provisioning.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExportTest {
  private static final Manifest MANIFEST = new Manifest(
      "acme.Line",
      new Application(
          "Line ${stage}",
          List.of(
              new Capability(
                  "voice",
                  List.of(new Webhook("answer_url", "/a", Map.of("http_method", "GET"))),
                  Map.of("signed_callbacks", true)),
              new Capability(
                  "messages",
                  List.of(new Webhook("inbound_url", "/in", Map.of("http_method", "POST"))),
                  Map.of("version", "v1")),
              new Capability("vbc", List.of(), Map.of())),
          Map.of()),
      List.of(
          new Route(
              Optional.of("voice"),
              "answer_url",
              "GET",
              "/a",
              List.of("acme.Line#answer(AnswerRequest)")),
          new Route(
              Optional.of("messages"),
              "inbound_url",
              "POST",
              "/in",
              List.of("acme.Desk#in(InboundMessage)")),
          new Route(
              Optional.empty(),
              "callback",
              "POST",
              "/choice",
              List.of("acme.Line#choice(InputEvent)"))),
      List.of("acme.Desk"),
      List.of("stage"),
      List.of());

  private static final Bindings BINDINGS = new Bindings(
      URI.create("https://pizza.example/x"), Map.of("stage", "${not} %{this}"), Map.of());

  @Test
  void apiIsTheBodyWithAddresses() {
    Json body = Json.parse(Export.API.write(MANIFEST, () -> BINDINGS, ExportTest::noSource));

    assertThat(body).isEqualTo(BINDINGS.application(MANIFEST));
    assertThat(body.text("name")).contains("Line ${not} %{this}");
    assertThat(body.get("capabilities")
            .get("voice")
            .get("webhooks")
            .get("answer_url")
            .text("address"))
        .contains("https://pizza.example/x/a");
    assertThat(body.get("capabilities").get("vbc")).isEqualTo(Json.object());
  }

  @Test
  void terraformReadsNoTemplateInIt() {
    Json document =
        Json.parse(Export.TERRAFORM.write(MANIFEST, () -> BINDINGS, ExportTest::noSource));

    assertThat(document.get("output").get("acme_Line").text("value"))
        .contains("${local.acme_Line}");
    Json application = document.get("locals").get("acme_Line");
    assertThat(application.text("name")).contains("Line $${not} %%{this}");
    assertThat(application.get("capabilities"))
        .isEqualTo(BINDINGS.application(MANIFEST).get("capabilities"));
  }

  @Test
  void vcrListsTheCapabilitiesInTheRuntimesWords() {
    Object document = new Load(LoadSettings.builder().build())
        .loadFromString(Export.VCR.write(MANIFEST, () -> BINDINGS, ExportTest::noSource));

    assertThat(document)
        .isEqualTo(Map.of(
            "project", Map.of("name", "line-not-this"),
            "instance",
                Map.of(
                    "name",
                    "Line ${not} %{this}",
                    "capabilities",
                    List.of("voice", "messages-v1"))));
  }

  @Test
  void openApiHasAnOperationForEachRoute() {
    Json document =
        Json.parse(Export.OPENAPI.write(MANIFEST, () -> BINDINGS, ExportTest::noSource));

    assertThat(document.get("servers").get(0).text("url")).contains("https://pizza.example/x");
    Json paths = document.get("paths");
    assertThat(paths.names()).containsExactly("/a", "/in", "/choice");
    Json answer = paths.get("/a").get("get");
    assertThat(answer
            .get("responses")
            .get("200")
            .get("content")
            .get("application/json")
            .get("schema"))
        .isEqualTo(Json.object("$ref", "#/components/schemas/Ncco"));
    assertThat(answer.get("parameters").items().stream().map(one -> one.required("name")))
        .contains("to", "from", "uuid", "conversation_uuid");
    assertThat(answer.has("requestBody")).isFalse();
    Json inbound = paths.get("/in").get("post");
    assertThat(inbound.get("requestBody").get("content").get("application/json").get("schema"))
        .isEqualTo(Json.object("$ref", "#/components/schemas/InboundMessage"));
    assertThat(inbound.get("responses").get("200").has("content")).isFalse();
    assertThat(paths.get("/choice").get("post").has("security")).isTrue();
    assertThat(document.get("components").get("schemas").names())
        .containsExactly("CallEvent", "InboundMessage", "Ncco");
  }

  @Test
  void openApiLeavesWebsocketsOut() {
    List<Route> routes = new ArrayList<>(MANIFEST.routes());
    routes.add(new Route(
        Optional.empty(), "websocket", "GET", "/agent", List.of("acme.Line#agent(AudioStart)")));
    Manifest agent = new Manifest(
        MANIFEST.app(),
        MANIFEST.application(),
        routes,
        MANIFEST.handlers(),
        MANIFEST.values(),
        MANIFEST.numbers());

    assertThat(Export.OPENAPI.write(agent, () -> BINDINGS, ExportTest::noSource))
        .isEqualTo(Export.OPENAPI.write(MANIFEST, () -> BINDINGS, ExportTest::noSource));
  }

  /** The schemas in the document are no tighter than what the platform really sends. */
  @Test
  void everyPayloadOfTheCorpusFitsItsSchema() throws IOException {
    Path corpus = Path.of(System.getProperty("switchboard.corpus", ""));
    if (!Files.isDirectory(corpus.resolve("voice-events"))) {
      assertThat(Boolean.getBoolean("switchboard.corpus.required")).isFalse();
      assumeTrue(false, "no corpus");
    }
    int payloads = fit(corpus.resolve("voice-answer"), "AnswerRequest")
        + fit(corpus.resolve("voice-events"), "CallEvent")
        + fit(corpus.resolve("messages-inbound"), "InboundMessage")
        + fit(corpus.resolve("messages-status"), "MessageStatus")
        + fit(corpus.resolve("rtc-events"), "RtcEvent")
        + fit(corpus.resolve("verify-events"), "VerifyEvent");
    System.out.println(
        payloads + " payloads of the corpus fit the schemas of the OpenAPI document");
    assertThat(payloads).isGreaterThan(150);
  }

  private static int fit(Path folder, String name) throws IOException {
    int payloads = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (!file.toString().endsWith(".json")) {
          continue;
        }
        String text = Files.readString(file);
        Json payload = Json.parse(text);
        boolean old = payload.has("message") || payload.get("from").isObject();
        boolean fallback = payload.has("original_request");
        Json schema = WebhookSchemas.schema(
            fallback
                ? "FallbackRequest"
                : name.startsWith("Message") || name.startsWith("Inbound")
                    ? name + (old ? "V01" : "")
                    : name);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.write(), InputFormat.JSON)
                .validate(text, InputFormat.JSON))
            .as(file.getFileName().toString())
            .isEmpty();
        payloads++;
      }
    }
    return payloads;
  }

  @Test
  void mermaidDrawsEachUrlAndMethod() {
    assertThat(Export.MERMAID.write(MANIFEST, () -> BINDINGS, ExportTest::noSource))
        .isEqualTo("""
            flowchart LR
              platform(("platform"))
              platform -- "voice answer_url" --> url0["GET /a"]
              url0 --> method0("Line&num;answer(AnswerRequest)")
              platform -- "messages inbound_url" --> url1["POST /in"]
              url1 --> method1("Desk&num;in(InboundMessage)")
              platform -- "NCCO" --> url2["POST /choice"]
              url2 --> method2("Line&num;choice(InputEvent)")
            """);
  }

  @Test
  void mermaidNamesTheLineOfAMethod() {
    assertThat(
            Export.MERMAID.write(MANIFEST, () -> BINDINGS, handler -> Optional.of("Line.java:7")))
        .contains("method0(\"Line&num;answer(AnswerRequest) Line.java:7\")");
  }

  @Test
  void theCallFlowIsAPictureToo() throws Exception {
    String picture = Export.FLOW.write(
        MANIFEST,
        () -> BINDINGS,
        handler ->
            Optional.of("Line.java:7").filter(source -> handler.startsWith("acme.Line#answer")));

    Element svg = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(picture)))
        .getDocumentElement();
    NodeList texts = svg.getElementsByTagName("text");
    assertThat(IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()))
        .containsExactly(
            "The platform calls",
            "voice answer_url",
            "GET /a",
            "Line#answer(AnswerRequest)  Line.java:7",
            "messages inbound_url",
            "POST /in",
            "Desk#in(InboundMessage)",
            "NCCOs lead to",
            "callback",
            "POST /choice",
            "Line#choice(InputEvent)");
    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(3);
    assertThat(picture).contains("<title>Call-flow of acme.Line</title>").endsWith("</svg>\n");
  }

  @Test
  void aPictureOfNoUrlIsOneStill() {
    Manifest nothing = new Manifest(
        "acme.A<B>",
        new Application("Line", List.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
    assertThat(Export.FLOW.write(nothing, () -> BINDINGS, ExportTest::noSource))
        .contains("Call-flow of acme.A&lt;B&gt;")
        .doesNotContain("<rect");
  }

  @Test
  void secretsStayPlaceholders() {
    Manifest manifest = new Manifest(
        "acme.Line",
        new Application(
            "Line",
            List.of(new Capability(
                "video",
                List.of(new Webhook(
                    "archive_status", "/v", Map.of("secret", "${archive}", "active", true))),
                Map.of("storage", Map.of("credential", "${store}")))),
            Map.of()),
        List.of(),
        List.of(),
        List.of("archive", "store"),
        List.of());
    Bindings bindings = new Bindings(
        URI.create("https://pizza.example"),
        Map.of("archive", "s3cr3t", "store", "s3cr3t"),
        Map.of());
    for (Export export : Export.values()) {
      assertThat(export.write(manifest, () -> bindings, ExportTest::noSource))
          .as(export.name())
          .doesNotContain("s3cr3t");
    }
    Json video = Json.parse(Export.API.write(manifest, () -> bindings, ExportTest::noSource))
        .get("capabilities")
        .get("video");
    assertThat(video.get("webhooks").get("archive_status").text("secret")).contains("${archive}");
    assertThat(video.get("storage").text("credential")).contains("${store}");
  }

  /** The runtime's own manifests and ours have the same shape: their readers would take ours. */
  @Test
  void vcrHasTheShapeOfTheOnesOfTheCorpus() throws IOException {
    Path corpus = Path.of(System.getProperty("switchboard.corpus", "")).resolve("vcr");
    if (!Files.isDirectory(corpus)) {
      assertThat(Boolean.getBoolean("switchboard.corpus.required")).isFalse();
      assumeTrue(false, "no corpus");
    }
    Map<String, Object> ours =
        flat(Export.VCR.write(MANIFEST, () -> BINDINGS, ExportTest::noSource));
    Map<String, Object> theirs = new TreeMap<>();
    int files = 0;
    try (Stream<Path> all = Files.list(corpus)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        theirs.putAll(flat(Files.readString(file)));
        files++;
      }
    }
    assertThat(files).isGreaterThanOrEqualTo(4);
    assertThat(theirs.keySet()).containsAll(ours.keySet());
    ours.forEach((path, value) -> assertThat(value)
        .as(path)
        .isInstanceOf(theirs.get(path) instanceof List ? List.class : String.class));
    // name-version, or a bare name that the runtime reads as version 0.
    assertThat((List<?>) ours.get("instance.capabilities"))
        .allMatch(name ->
            name.toString().matches("voice|rtc|video|network|messages-v(1|0\\.1)|verify-v2"));
  }

  private static Map<String, Object> flat(String yaml) {
    Map<String, Object> flat = new TreeMap<>();
    flatten("", new Load(LoadSettings.builder().build()).loadFromString(yaml), flat);
    return flat;
  }

  private static void flatten(String path, Object value, Map<String, Object> flat) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) ->
          flatten(path.isEmpty() ? name.toString() : path + "." + name, member, flat));
    } else {
      flat.put(path, value);
    }
  }

  private static Optional<String> noSource(String handler) {
    return Optional.empty();
  }
}
