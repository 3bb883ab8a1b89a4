package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Every way to return, and the request beside the payload. */
@VoiceApp(name = "Later")
public final class Later {
  @AnswerUrl
  CompletionStage<Ncco> answer(AnswerRequest call, WebhookRequest request) {
    return CompletableFuture.completedFuture(Ncco.of(talk(request.path())));
  }

  @CallbackUrl
  CompletableFuture<Optional<Ncco>> choice(InputEvent input) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @CallbackUrl
  CompletionStage<?> leg(CallEvent.Answered leg) {
    return CompletableFuture.completedFuture("");
  }

  @EventUrl
  CompletableFuture<Void> over(CallEvent.Completed call) throws InterruptedException {
    return CompletableFuture.completedFuture(null);
  }

  @EventUrl
  void rest(VoiceEvent event, WebhookRequest request) {}
}
