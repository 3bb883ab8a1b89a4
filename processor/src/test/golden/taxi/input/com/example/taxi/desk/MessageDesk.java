package com.example.taxi.desk;

import com.example.taxi.Dispatch;
import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.webhooks.messages.Content;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes orders by message. In another package than the app, so it and its methods are public. */
@StatusUrl("/desk/receipts") // the URL's settings, once for all its methods
public final class MessageDesk {
  private final Dispatch dispatch;

  public MessageDesk(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @InboundUrl
  public void anythingElse(InboundMessage message) {
    dispatch.note("message");
  }

  @InboundUrl
  public CompletionStage<Void> order(InboundMessage.WhatsApp message, Content.Text text) {
    return CompletableFuture.runAsync(() -> dispatch.note(text.text()));
  }

  @InboundUrl
  public void picture(InboundMessage message, Content.Image image) {}

  @StatusUrl
  public void receipt(MessageStatus status) {}

  @StatusUrl
  public void delivered(MessageStatus.Delivered status) {}
}
