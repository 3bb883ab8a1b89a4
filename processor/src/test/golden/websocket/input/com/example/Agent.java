package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.websocket;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.annotations.WebSocketUrl;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.audio.AudioFrame;
import dev.switchboard.webhooks.audio.AudioHandler;
import dev.switchboard.webhooks.audio.AudioLine;
import dev.switchboard.webhooks.audio.AudioStart;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

/** Websockets: by their interface and by a class of the app's own, with and without a path. */
@VoiceApp(name = "Agent")
public final class Agent {
  @AnswerUrl
  Ncco answer(AnswerRequest call) {
    return Ncco.of(connect(websocket(AgentRoutes.ECHO)));
  }

  @WebSocketUrl
  AudioHandler echo(AudioStart start) {
    return (line, frame) -> line.play(frame);
  }

  @WebSocketUrl("/sound/clerk")
  Clerk clerk(AudioStart start, WebhookRequest handshake) throws java.io.IOException {
    return new Clerk();
  }

  static final class Clerk implements AudioHandler {
    @Override
    public void audio(AudioLine line, AudioFrame frame) {}
  }
}
