package dev.switchboard.provisioning;

import dev.switchboard.manifest.Application;
import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.Route;
import dev.switchboard.manifest.Webhook;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The manifests that the tests deploy. */
final class Fixtures {
  static final String APP = "com.acme.Phone";
  static final URI BASE = URI.create("https://phone.example");

  private Fixtures() {}

  static Capability voice(String region) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("signed_callbacks", true);
    if (!region.isEmpty()) {
      settings.put("region", region);
    }
    return new Capability(
        "voice",
        List.of(
            new Webhook("answer_url", "/answer", Map.of("http_method", "GET")),
            new Webhook("event_url", "/event", Map.of("http_method", "POST"))),
        settings);
  }

  static Capability messages() {
    return new Capability(
        "messages",
        List.of(
            new Webhook("inbound_url", "/inbound", Map.of("http_method", "POST")),
            new Webhook("status_url", "/status", Map.of("http_method", "POST"))),
        Map.of("version", "v1"));
  }

  static Manifest manifest(List<String> numbers, Capability... capabilities) {
    List<Route> routes = new ArrayList<>();
    for (Capability capability : capabilities) {
      for (Webhook webhook : capability.webhooks()) {
        routes.add(new Route(
            Optional.of(capability.name()),
            webhook.kind(),
            "POST",
            webhook.path(),
            List.of(APP + "#" + webhook.kind().replace("_url", "") + "(Event)")));
      }
    }
    return new Manifest(
        APP,
        new Application("Phone ${stage}", List.of(capabilities), Map.of("improve_ai", false)),
        routes,
        List.of(),
        List.of("stage"),
        numbers);
  }

  static Bindings bindings(String... namesAndNumbers) {
    Map<String, Msisdn> numbers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndNumbers.length; i += 2) {
      numbers.put(namesAndNumbers[i], Msisdn.of(namesAndNumbers[i + 1]));
    }
    return new Bindings(BASE, Map.of("stage", "tést"), numbers);
  }
}
