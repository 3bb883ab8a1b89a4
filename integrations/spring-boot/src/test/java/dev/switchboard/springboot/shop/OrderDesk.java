package dev.switchboard.springboot.shop;

import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import org.springframework.stereotype.Component;

/** A handler class, and a bean of its own. */
@Component
class OrderDesk {
  private final Kitchen kitchen;

  OrderDesk(Kitchen kitchen) {
    this.kitchen = kitchen;
  }

  @InboundUrl
  void order(InboundMessage message) {
    kitchen.bake("for " + message.from());
  }

  @StatusUrl
  void receipt(MessageStatus status) {}
}
