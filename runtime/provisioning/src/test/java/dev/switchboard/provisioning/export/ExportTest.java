package dev.switchboard.provisioning.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

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
    Json body = Json.parse(Export.API.write(MANIFEST, BINDINGS));

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
    Json locals = Json.parse(Export.TERRAFORM.write(MANIFEST, BINDINGS)).get("locals");

    Json application = locals.get("switchboard_applications").get("acme.Line");
    assertThat(application.text("name")).contains("Line $${not} %%{this}");
    assertThat(application.get("capabilities"))
        .isEqualTo(BINDINGS.application(MANIFEST).get("capabilities"));
  }

  @Test
  void vcrListsTheCapabilitiesInTheRuntimesWords() {
    Object document = new Load(LoadSettings.builder().build())
        .loadFromString(Export.VCR.write(MANIFEST, BINDINGS));

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
    Json document = Json.parse(Export.OPENAPI.write(MANIFEST, BINDINGS));

    assertThat(document.get("servers").get(0).text("url")).contains("https://pizza.example/x");
    Json paths = document.get("paths");
    assertThat(paths.names()).containsExactly("/a", "/in", "/choice");
    assertThat(paths.get("/a").get("get").get("responses").get("200").has("content"))
        .isTrue();
    assertThat(paths.get("/in").get("post").has("requestBody")).isTrue();
    assertThat(paths.get("/in").get("post").get("responses").get("200").has("content"))
        .isFalse();
    assertThat(paths.get("/choice").get("post").has("security")).isTrue();
  }

  @Test
  void mermaidDrawsEachUrlAndMethod() {
    assertThat(Export.MERMAID.write(MANIFEST, BINDINGS)).isEqualTo("""
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
}
