package dev.switchboard.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One manifest with everything in it, as records and as the file it must become. */
public final class Samples {
  private Samples() {}

  /** Ordered, unlike {@link Map#of}. */
  public static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  public static Manifest whole() {
    return new Manifest(
        "com.acme.Desk$Line",
        new Application(
            "Desk ${stage}",
            List.of(
                new Capability(
                    "voice",
                    List.of(
                        new Webhook(
                            "answer_url", "/webhooks/answer", members("http_method", "GET")),
                        new Webhook(
                            "event_url",
                            "/webhooks/event",
                            members("http_method", "POST", "socket_timeout", 3000))),
                    members("signed_callbacks", true, "region", "eu-west")),
                new Capability("vbc", List.of(), Map.of()),
                new Capability(
                    "video",
                    List.of(new Webhook(
                        "archive_status",
                        "/webhooks/archive",
                        members("secret", "${archive-secret}", "active", true))),
                    members("storage", members("cloud_storage", false, "tags", List.of("a", 2))))),
            members("improve_ai", false)),
        List.of(
            new Route(
                Optional.of("voice"),
                "answer_url",
                "GET",
                "/webhooks/answer",
                List.of("com.acme.Desk$Line#answer(AnswerRequest)")),
            new Route(
                Optional.empty(),
                "callback",
                "POST",
                "/webhooks/choice",
                List.of(
                    "com.acme.Desk$Line#choice(InputEvent)", "com.acme.Night#choice(InputEvent)"))),
        List.of("com.acme.Night"),
        List.of("stage", "archive-secret"),
        List.of("support-line"));
  }

  /** A manifest of an app that declares a name and nothing else. */
  public static Manifest empty() {
    return new Manifest(
        "Line",
        new Application("Line", List.of(), Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static String wholeText() {
    try (InputStream in = Samples.class.getResourceAsStream("whole.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
