package dev.switchboard.processor.check;

import static dev.switchboard.processor.model.CapabilityKind.VOICE;
import static dev.switchboard.processor.model.Handler.answer;
import static dev.switchboard.processor.model.Handler.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.TypeRef;
import java.util.List;

/** What the rules find in an app that a test writes down, and the parts that most of these have. */
final class Findings {
  private Findings() {}

  /** A content of messages. */
  static final TypeRef TEXT = TypeRef.of("dev.switchboard.webhooks.messages", "Content", "Text");

  /** A class that an app lists. */
  static final TypeRef DESK = TypeRef.of("acme", "Desk");

  /** The ids of what is found. */
  static List<String> ids(Draft draft) {
    return Checks.run(draft.urls()).stream().map(found -> found.rule().id()).toList();
  }

  /** The text of the one finding. */
  static String only(Draft draft) {
    List<Diagnostic> found = Checks.run(draft.urls());
    assertThat(found).hasSize(1);
    return found.get(0).text();
  }

  /** An app that answers calls. */
  static Draft voice(Handler... handlers) {
    return Draft.app(VOICE).with(answer()).with(handlers);
  }

  /** Any event of a call. */
  static Handler event() {
    return on("EventUrl", "event").takes(PayloadNames.VOICE_EVENT);
  }

  /** Any message. */
  static Handler inbound() {
    return on("InboundUrl", "inbound").takes(PayloadNames.INBOUND_MESSAGE);
  }

  /** Any status of a message. */
  static Handler status() {
    return on("StatusUrl", "status").takes(PayloadNames.MESSAGE_STATUS);
  }
}
