package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.webhooks.WebhookRouter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Many classes of tests, all at the same time, each test with an app, a sandbox and a time of its own. */
class ParallelTest {
  private static final int CLASSES = 8;
  private static final Set<String> LEGS = ConcurrentHashMap.newKeySet();

  /** Opens when a test of every class is there: they do run at the same time, or the run fails. */
  private static final CyclicBarrier TOGETHER = new CyclicBarrier(CLASSES);

  @Test
  void testsDoNotDisturbEachOther() {
    Events tests = EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
        .configurationParameter(
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "" + CLASSES)
        .selectors(Stream.of(
                One.class,
                Two.class,
                Three.class,
                Four.class,
                Five.class,
                Six.class,
                Seven.class,
                Eight.class)
            .map(type -> selectClass(type))
            .toArray(ClassSelector[]::new))
        .execute()
        .testEvents();

    tests.assertStatistics(counts -> counts.started(CLASSES * 5).succeeded(CLASSES * 5));
    assertThat(LEGS).hasSize(CLASSES * 5);
  }

  @SwitchboardTest
  abstract static class Shop {
    private final Bakery bakery = new Bakery();

    @AppUnderTest
    WebhookRouter app() {
      return new BakeryRouter(bakery);
    }

    @RepeatedTest(5)
    void sells(Sandbox sandbox) throws Exception {
      TOGETHER.await(60, TimeUnit.SECONDS);
      String order = getClass().getSimpleName() + " loaves";
      var start = sandbox.clock().instant();
      Call call = sandbox.call("447700900001");
      call.hears("Press 1 for bread.").press("1").hears("You pressed 1.").hangUp();
      sandbox.sms("447700900001").says(order);
      sandbox.advance(Duration.ofHours(1));

      assertThat(bakery.orders()).containsExactly(order);
      assertThat(Duration.between(start, sandbox.clock().instant())).isEqualTo(Duration.ofHours(1));
      LEGS.add(call.uuid());
    }
  }

  static class One extends Shop {}

  static class Two extends Shop {}

  static class Three extends Shop {}

  static class Four extends Shop {}

  static class Five extends Shop {}

  static class Six extends Shop {}

  static class Seven extends Shop {}

  static class Eight extends Shop {}
}
