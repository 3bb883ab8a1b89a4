package dev.switchboard.example;

import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.webhooks.messages.Content;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import java.util.concurrent.CompletionStage;

/** Answers messages about orders. */
final class OrderDesk {
  /** How an answer gets to the customer: in production by the client, in a unit test by a list. */
  interface Replies {
    CompletionStage<?> reply(InboundMessage to, String text);
  }

  private final Kitchen kitchen;
  private final Replies replies;

  OrderDesk(Kitchen kitchen, Replies replies) {
    this.kitchen = kitchen;
    this.replies = replies;
  }

  @InboundUrl
  CompletionStage<?> asked(InboundMessage message, Content.Text text) {
    return replies.reply(message, kitchen.news(message.from()));
  }

  @InboundUrl
  CompletionStage<?> anythingElse(InboundMessage message) {
    return replies.reply(message, "We can only read text. Write to us, or call.");
  }

  @StatusUrl
  void lost(MessageStatus.Undeliverable status) {
    kitchen.note("an answer did not arrive");
  }

  @StatusUrl
  void receipt(MessageStatus status) {
    kitchen.note("an answer was " + status.status());
  }
}
