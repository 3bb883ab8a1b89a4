package dev.switchboard.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.messages.Content;
import dev.switchboard.webhooks.messages.InboundMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A handler is a method: most of its tests need no platform at all. */
class OrderDeskTest {
  private final List<String> sent = new ArrayList<>();
  private final Kitchen kitchen = new Kitchen("447700900099");
  private final OrderDesk desk = new OrderDesk(kitchen, (to, text) -> {
    sent.add(to.from() + ": " + text);
    return CompletableFuture.completedFuture(text);
  });

  @Test
  void knowsWhoHasOrderedNothing() {
    InboundMessage message = InboundMessage.read(WebhookRequest.post("/webhooks/inbound", """
        {"channel":"sms","message_uuid":"m-1","from":"447700900001","to":"447700900000","message_type":"text","text":"Hello"}"""));

    desk.asked(message, (Content.Text) message.content());

    assertThat(sent).containsExactly("447700900001: We have no order from this number.");
  }
}
