package dev.switchboard.example;

import dev.switchboard.client.Client;
import dev.switchboard.client.OutboundMessage;
import dev.switchboard.webhooks.messages.InboundMessage;
import java.util.concurrent.CompletionStage;

/** Replies that really go out. */
record ClientReplies(Client client) implements OrderDesk.Replies {
  @Override
  public CompletionStage<?> reply(InboundMessage to, String text) {
    return client.sendAsync(OutboundMessage.reply(to, text));
  }
}
