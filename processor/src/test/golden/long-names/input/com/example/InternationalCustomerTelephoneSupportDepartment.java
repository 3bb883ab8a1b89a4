package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.messages.Content;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;

/** Names so long that lines have to be broken. */
@SwitchboardApp(
    name = "${telephone-support-department-name} of ${international-customer-organisation}",
    numbers = {"telephone-support-department-main-line", "telephone-support-department-second-line"})
@VoiceApp
@MessagesApp
public final class InternationalCustomerTelephoneSupportDepartment {
  @AnswerUrl("/international/customer/telephone/support/department/answers/to/calls/of/customers/in/all/countries")
  Ncco answerTheTelephoneOfTheDepartment(AnswerRequest call, WebhookRequest request) {
    return Ncco.of(talk("Hello."));
  }

  @InboundUrl
  void takeTheTextThatAnInternationalCustomerSendsToTheDepartment(
      InboundMessage.WhatsApp message, Content.Location location, WebhookRequest request) {}

  @InboundUrl
  void takeEverything(InboundMessage message) {}

  @StatusUrl("/international/customer/telephone/support/department/statuses/of/messages/to/customers")
  void hear(MessageStatus status) {}
}
