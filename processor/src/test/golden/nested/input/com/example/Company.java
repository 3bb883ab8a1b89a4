package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

/** A nested app that only its package sees, with names that generated code uses itself. */
final class Company {
  private Company() {}

  @SwitchboardApp(name = "Nested", handlers = {Request.class, Route.class, Default.class})
  @VoiceApp
  @MessagesApp
  static final class Line {
    @AnswerUrl
    Ncco answer(AnswerRequest call) {
      return Ncco.of(talk("Hello."));
    }
  }

  static final class Request {
    @InboundUrl
    void message(InboundMessage message) {}
  }

  static final class Route {
    @StatusUrl
    void submitted(MessageStatus.Submitted status) {}

    @StatusUrl
    void status(MessageStatus status) {}
  }

  static final class Default {
    @InboundUrl
    void sms(InboundMessage.Sms message) {}
  }
}
