package dev.switchboard.commands;

import dev.switchboard.provisioning.Verification;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** URLs that were verified, as people and machines read them. */
final class Checks {
  private Checks() {}

  static String title(Verification.Result result) {
    String what =
        result.capability().isEmpty() ? result.kind() : result.capability() + "." + result.kind();
    return what + " " + result.method() + " " + result.address();
  }

  static String sum(Verification verification) {
    long failed =
        verification.results().stream().filter(result -> !result.passed()).count();
    int all = verification.results().size();
    if (all == 0) {
      return "The app has no URLs to verify.";
    }
    return failed == 0
        ? "Verified: " + (all == 1 ? "the URL answers" : "all " + all + " URLs answer")
            + " as the platform wants."
        : failed + " of " + all + " URLs do not answer as the platform wants.";
  }

  static Row row(Verification.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!result.capability().isEmpty()) {
      json.put("capability", result.capability());
    }
    json.put("kind", result.kind());
    json.put("method", result.method());
    json.put("address", result.address().toString());
    result.status().ifPresent(status -> json.put("status", status));
    json.put("millis", result.latency().toMillis());
    json.put("limitMillis", result.limit().toMillis());
    json.put("outcome", result.passed() ? "done" : "failed");
    json.put("problems", result.problems());
    return new Row(
        "checks",
        title(result),
        String.join(" ", result.problems()),
        result.passed(),
        Optional.of(result.latency()),
        Json.of(json));
  }
}
