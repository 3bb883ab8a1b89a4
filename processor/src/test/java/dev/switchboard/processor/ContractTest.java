package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Reply;
import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What generated routers rely on without saying it. */
class ContractTest {
  /** Text generated for contract 1 leaves the method out, so the default may never become another number. */
  @Test
  void aRouterThatNamesNoContractIsOfTheFirst() {
    WebhookRouter silent = new WebhookRouter() {
      @Override
      public String app() {
        return "";
      }

      @Override
      public List<Route<?>> routes() {
        return List.of();
      }

      @Override
      public Reply dispatch(Route<?> route, WebhookRequest request) {
        return Reply.done();
      }
    };
    assertThat(silent.contract()).isEqualTo(1);
  }
}
