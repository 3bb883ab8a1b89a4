package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.webhooks.voice.VoiceEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallStateTest {
  private record Order(int pizzas) {}

  /** A clock that a test moves. */
  private static final class Watch extends Clock {
    private Instant now = Instant.parse("2026-03-04T05:06:07Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class OrderCodec implements StateCodec {
    @Override
    public byte[] write(Object value) {
      return String.valueOf(((Order) value).pizzas()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T read(byte[] bytes, Class<T> type) {
      return type.cast(new Order(Integer.parseInt(new String(bytes, StandardCharsets.UTF_8))));
    }
  }

  private record App(Consumer<WebhookRequest> handler) implements WebhookRouter {
    @Override
    public String app() {
      return "com.acme.App";
    }

    @Override
    public List<Route<?>> routes() {
      Route<VoiceEvent> event = Route.event("/event");
      return List.of(event);
    }

    @Override
    public Reply dispatch(Route<?> route, WebhookRequest request) {
      handler.accept(request);
      return Reply.done();
    }
  }

  private static final WebhookRequest BY_CONVERSATION =
      WebhookRequest.post("/event", "{\"conversation_uuid\":\"CON-1\",\"uuid\":\"u\"}");
  private static final WebhookRequest NO_CALL = WebhookRequest.post("/event", "{}");

  private final Watch watch = new Watch();
  private final WebhookSettings settings =
      WebhookSettings.of(URI.create("https://pizza.example")).insecure().clock(watch);

  private static void serve(Webhooks engine, WebhookRequest request) {
    assertThat(engine.handle(request).toCompletableFuture().join().status()).isEqualTo(204);
  }

  private static Webhooks counting(WebhookSettings settings) {
    return Webhooks.of(
        settings,
        new App(request -> CallState.of(request, Order.class)
            .update(order -> new Order(order.map(Order::pizzas).orElse(0) + 1))));
  }

  private static Order orderOf(WebhookSettings settings, WebhookRequest request) {
    return CallState.of(request.servedWith(settings.callStates()), Order.class)
        .get()
        .orElseThrow();
  }

  @Test
  void remembersFromOneWebhookToTheNext() {
    int[] last = new int[1];
    Webhooks engine = Webhooks.of(
        settings,
        new App(request -> last[0] = CallState.of(request, Order.class)
            .update(order -> new Order(order.map(Order::pizzas).orElse(0) + 1))
            .pizzas()));
    serve(engine, BY_CONVERSATION);
    serve(
        engine, WebhookRequest.post("/event", "{\"conversation_uuid\":\"CON-1\",\"uuid\":\"v\"}"));
    assertThat(last[0]).as("two legs of one conversation").isEqualTo(2);
    serve(engine, WebhookRequest.post("/event", "{\"uuid\":\"u\"}"));
    serve(engine, WebhookRequest.post("/event", "{\"call_uuid\":\"u\"}"));
    assertThat(last[0]).as("the leg alone, by either name").isEqualTo(4);
    serve(engine, WebhookRequest.post("/event", "{\"uuid\":\"w\"}"));
    assertThat(last[0]).as("another call").isEqualTo(1);
  }

  @Test
  void findsTheCallByAnyOfItsIds() {
    for (WebhookSettings each :
        List.of(settings, settings.stateStore(new Table(), new OrderCodec()))) {
      CallStates states = each.callStates();
      Function<String, CallState<Order>> webhook = fields ->
          CallState.of(WebhookRequest.post("/event", fields).servedWith(states), Order.class);

      webhook.apply("{\"uuid\":\"u\"}").set(new Order(1));
      CallState<Order> both = webhook.apply("{\"conversation_uuid\":\"CON-1\",\"uuid\":\"u\"}");
      assertThat(both.get()).as("saved under the leg alone").hasValue(new Order(1));
      both.set(new Order(2));
      assertThat(
              webhook.apply("{\"conversation_uuid\":\"CON-1\",\"uuid\":\"v\"}").get())
          .as("another leg of that conversation")
          .hasValue(new Order(2));
      assertThat(webhook.apply("{\"call_uuid\":\"u\"}").get()).hasValue(new Order(2));

      String transfer =
          "{\"type\":\"transfer\",\"uuid\":\"u\",\"conversation_uuid_from\":\"CON-1\","
              + "\"conversation_uuid_to\":\"CON-2\"}";
      assertThat(webhook.apply(transfer).get()).as("the call that is moved").hasValue(new Order(2));
      assertThat(
              webhook.apply("{\"conversation_uuid\":\"CON-2\",\"uuid\":\"u\"}").get())
          .as("the leg in another conversation")
          .hasValue(new Order(2));
      CallState<Order> stranger = webhook.apply("{\"conversation_uuid\":\"CON-2\",\"uuid\":\"w\"}");
      assertThat(stranger.get()).isEmpty();
      webhook.apply(transfer).set(new Order(3));
      assertThat(stranger.get()).as("linked by the transfer").hasValue(new Order(3));

      webhook.apply("{\"conversation_uuid\":\"CON-3\",\"uuid\":\"x\"}").set(new Order(7));
      assertThat(
              webhook.apply("{\"conversation_uuid\":\"CON-3\",\"uuid\":\"u\"}").get())
          .as("a conversation with a state of its own")
          .hasValue(new Order(7));
      webhook.apply("{\"uuid\":\"u\"}").clear();
      assertThat(both.get()).isEmpty();
      assertThat(webhook.apply("{\"uuid\":\"\",\"conversation_uuid\":\"\"}").get())
          .isEmpty();
    }
  }

  @Test
  void forgetsALinkWithWhatItLinks() {
    CallStates states = settings.stateKeep(Duration.ofMinutes(10)).callStates();
    WebhookRequest leg = WebhookRequest.post("/event", "{\"uuid\":\"u\"}").servedWith(states);
    CallState<Order> both = CallState.of(BY_CONVERSATION.servedWith(states), Order.class);
    both.set(new Order(1));
    watch.now = watch.now.plus(Duration.ofMinutes(9));
    both.set(new Order(2));
    watch.now = watch.now.plus(Duration.ofMinutes(9));
    assertThat(CallState.of(leg, Order.class).get()).hasValue(new Order(2));
    watch.now = watch.now.plus(Duration.ofMinutes(1));
    assertThat(CallState.of(leg, Order.class).get()).isEmpty();
  }

  @Test
  void keepsEachTypeByItself() {
    WebhookRequest request = BY_CONVERSATION.servedWith(settings.callStates());
    CallState.of(request, Order.class).set(new Order(1));
    assertThat(CallState.of(request, String.class).get()).isEmpty();
    CallState.of(request, String.class).set("x");
    CallState.of(request, String.class).clear();
    CallState.of(request, String.class).clear();
    assertThat(CallState.of(request, String.class).get()).isEmpty();
    assertThat(CallState.of(request, Order.class).get()).hasValue(new Order(1));
    assertThat(CallState.of(request, Order.class))
        .hasToString("state of type " + Order.class.getName());
  }

  @Test
  void forgetsInTime() {
    WebhookRequest request =
        BY_CONVERSATION.servedWith(settings.stateKeep(Duration.ofMinutes(10)).callStates());
    CallState<Order> state = CallState.of(request, Order.class);
    state.set(new Order(1));
    watch.now = watch.now.plus(Duration.ofMinutes(9));
    assertThat(state.get()).isPresent();
    state.set(new Order(2));
    watch.now = watch.now.plus(Duration.ofMinutes(9));
    assertThat(state.get()).as("nine minutes after its last change").hasValue(new Order(2));
    watch.now = watch.now.plus(Duration.ofMinutes(1));
    assertThat(state.get()).isEmpty();
    assertThat(state.update(order -> new Order(order.isPresent() ? 99 : 1)))
        .isEqualTo(new Order(1));
  }

  @Test
  void keepsNoMoreThanItMay() {
    CallStates two = new CallStates.Memory(2, Duration.ofDays(1), watch);
    for (String call : List.of("a", "b", "a", "c")) {
      WebhookRequest request = WebhookRequest.post("/event", "{\"uuid\":\"" + call + "\"}");
      CallState.of(request.servedWith(two), String.class).set(call);
    }
    assertThat(Stream.of("a", "b", "c")
            .filter(call -> two.read(call + "/java.lang.String", String.class).value() != null))
        .as("the one longest unchanged goes first")
        .containsExactly("a", "c");
  }

  @Test
  void sharesAStoreAmongCopies() {
    Table table = new Table();
    WebhookSettings shared = settings.stateStore(table, new OrderCodec());
    serve(counting(shared), BY_CONVERSATION);
    serve(counting(shared), BY_CONVERSATION);
    assertThat(orderOf(shared, BY_CONVERSATION)).isEqualTo(new Order(2));
    assertThat(table.rows)
        .as("the value, and the link from the leg")
        .containsOnlyKeys("CON-1/" + Order.class.getName(), "link/u/" + Order.class.getName());
    assertThat(table.kept).isEqualTo(Duration.ofDays(1));
    table.refusals = 3;
    serve(counting(shared), BY_CONVERSATION);
    assertThat(orderOf(shared, BY_CONVERSATION))
        .as("after three races lost")
        .isEqualTo(new Order(3));
    table.refusals = 1;
    CallState.of(BY_CONVERSATION.servedWith(shared.callStates()), Order.class).clear();
    assertThat(table.rows).as("a link to nothing goes in time").hasSize(1);
    assertThat(CallState.of(BY_CONVERSATION.servedWith(shared.callStates()), Order.class)
            .get())
        .isEmpty();
  }

  @Test
  void losesNoUpdateOfManyAtOnce() throws Exception {
    WebhookRequest request = BY_CONVERSATION.servedWith(settings.callStates());
    CallState<Order> state = CallState.of(request, Order.class);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Order> one =
          () -> state.update(o -> new Order(o.map(Order::pizzas).orElse(0) + 1));
      for (Future<Order> done : threads.invokeAll(java.util.Collections.nCopies(400, one))) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(state.get()).hasValue(new Order(400));
  }

  @Test
  void hasNothingToRememberWithoutACall() {
    CallState<Order> state = CallState.of(NO_CALL.servedWith(settings.callStates()), Order.class);
    assertThat(state.get()).isEmpty();
    state.clear();
    assertThatThrownBy(() -> state.set(new Order(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no call to remember it for");
  }

  @Test
  void worksWithoutAnEngine() {
    CallState<Order> state = CallState.of(BY_CONVERSATION, Order.class);
    state.set(new Order(1));
    assertThat(state.get()).hasValue(new Order(1));
    assertThat(CallState.of(BY_CONVERSATION, Order.class).get()).isEmpty();
  }

  @Test
  void refusesToKeepForNoTime() {
    assertThatThrownBy(() -> settings.stateKeep(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
