package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.account.PhoneNumber;
import dev.switchboard.sandbox.account.WebhookTarget;
import dev.switchboard.sandbox.transcript.TranscriptLog;
import dev.switchboard.webhooks.Json;
import java.util.Map;
import java.util.Optional;

/** Calls to the account's numbers (domain: platform behaviour, section 3). Used from the loop alone. */
final class Inbound {
  private final Voice voice;
  private final Applications applications;
  private final Numbers numbers;

  Inbound(Voice voice, Applications applications, Numbers numbers) {
    this.voice = voice;
    this.applications = applications;
    this.numbers = numbers;
  }

  /** Somebody calls a number. */
  Leg dial(String from, String to) {
    PhoneNumber number = numbers
        .find(to)
        .orElseThrow(() -> new IllegalArgumentException("the account owns no number " + to));
    Optional<Application> application =
        number.voiceApplication().flatMap(applications::find).filter(app -> app.has("voice"));
    String title = "call from " + from + " to " + to
        + application.map(app -> " (" + app.name() + ")").orElse("");
    String uuid = Leg.newId();
    TranscriptLog log = voice.kept.transcript(uuid, title);
    Leg leg = voice.legs.add(new Leg(
        uuid,
        application.map(Application::id).orElse(""),
        "inbound",
        from,
        to,
        Json.object("type", "phone", "number", from),
        new Conversation(),
        log,
        uuid));
    if (number.forwarding().isPresent()) {
      log.note("the number forwards its calls to " + number.forwarding().get());
      voice.legs.finish(leg, "platform");
    } else if (application.isEmpty()) {
      log.note("rejected: the number is linked to no application with voice");
      leg.status = "rejected";
      voice.legs.finish(leg, "platform");
    } else {
      answer(leg, application.get());
    }
    return leg;
  }

  private void answer(Leg leg, Application application) {
    voice.events.status(leg, "started", Map.of());
    voice.events.status(leg, "ringing", Map.of());
    Optional<WebhookTarget> answerUrl = application.webhook("voice", "answer_url");
    if (answerUrl.isEmpty()) {
      leg.log.note("the application has no answer URL");
      voice.legs.end(leg, "platform");
      return;
    }
    Json fields = leg.answerFields(voice.host());
    voice.events.ask(leg, answerUrl.get(), "answer", fields, true, ncco -> {
      if (leg.isOver()) {
        return;
      }
      if (ncco.isPresent()) {
        voice.legs.answered(leg, Outbound.LONGEST_CALL);
        voice.flow(leg).run(ncco.get());
      } else {
        leg.log.note("no NCCO could be had: the call ends");
        voice.legs.end(leg, "platform");
      }
    });
  }
}
