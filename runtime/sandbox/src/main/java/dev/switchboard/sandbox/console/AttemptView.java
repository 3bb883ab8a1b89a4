package dev.switchboard.sandbox.console;

import dev.switchboard.sandbox.delivery.Attempts.Attempt;
import dev.switchboard.sandbox.transcript.Step;
import dev.switchboard.webhooks.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** An attempt as the page reads it. */
final class AttemptView {
  private AttemptView() {}

  /** What a row shows. */
  static Json line(Attempt attempt) {
    return Json.of(members(attempt));
  }

  /** Everything. */
  static Json whole(Attempt attempt) {
    Map<String, Object> view = members(attempt);
    view.put("payload", attempt.step().payload());
    attempt.step().outcome().ifPresent(how -> {
      view.put("answer", how.answer());
      view.put("actions", how.actions());
    });
    return Json.of(view);
  }

  private static Map<String, Object> members(Attempt attempt) {
    Step.Webhook step = attempt.step();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", attempt.id());
    view.put("at", step.at().toString());
    view.put("kind", step.kind());
    view.put("about", step.about());
    view.put("method", step.method());
    view.put("url", step.url());
    view.put("attempt", step.attempt());
    view.put("signed", attempt.outgoing().target().signed());
    view.put("limit_ms", attempt.outgoing().target().readTimeout().toMillis());
    attempt.outgoing().applicationId().ifPresent(id -> view.put("application", id));
    step.payload().text("uuid").ifPresent(uuid -> view.put("uuid", uuid));
    step.outcome().ifPresent(how -> {
      view.put("status", how.status());
      view.put("failure", how.failure());
      view.put("latency_ms", how.latency().toMillis());
    });
    return view;
  }
}
