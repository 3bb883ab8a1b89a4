package dev.switchboard.scale;

import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.FallbackAnswerUrl;
import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.StateStore;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An app whose handlers may run twice and take effect once: each effect has a name, and one step of the store both looks for the name and
 * writes it. That is all there is to an idempotent handler.
 */
@SwitchboardApp(name = "Scale")
@VoiceApp
@MessagesApp
public final class ScaleLine {
  private static final Duration KEPT = Duration.ofHours(1);

  private final StateStore messages;

  ScaleLine(StateStore messages) {
    this.messages = messages;
  }

  @AnswerUrl
  Ncco answer(AnswerRequest call, CallState<String> steps) {
    note(steps, "answer:" + call.from().orElse(""));
    return Ncco.of(
        talk("Press 1.").bargeIn(input().digits(1).to(ScaleLineRoutes.CHOICE)),
        talk("We heard nothing."));
  }

  @CallbackUrl
  Ncco choice(InputEvent input, CallState<String> steps) {
    note(steps, "choice" + input.digits().orElse("") + ':' + input.from().orElse(""));
    return Ncco.of(talk("Thank you."));
  }

  @FallbackAnswerUrl
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(talk("Sorry."));
  }

  @EventUrl
  void event(CallEvent event, CallState<String> steps) {
    note(steps, "event-" + event.status() + ':' + event.from().orElse(""));
  }

  @EventUrl
  void otherwise(VoiceEvent event) {}

  /** The effect is the record of the message itself: it is made where there is none, in one step. */
  @InboundUrl
  void inbound(InboundMessage message) {
    messages.replace(
        "message/" + message.messageUuid(),
        null,
        message.from().getBytes(StandardCharsets.UTF_8),
        KEPT);
  }

  @StatusUrl
  void status(MessageStatus status) {}

  private static void note(CallState<String> steps, String step) {
    steps.update(old -> {
      String done = old.orElse("");
      return (';' + done).contains(';' + step + ';') ? done : done + step + ';';
    });
  }
}
