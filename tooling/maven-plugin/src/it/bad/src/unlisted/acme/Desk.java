package acme;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.FallbackAnswerUrl;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.FallbackRequest;

public final class Desk {
  @FallbackAnswerUrl
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(talk("Hello."));
  }
}
