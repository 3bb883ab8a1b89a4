package dev.switchboard.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nobody waits for a loop that has been closed. */
class LoopTest {
  private final Loop loop = Loop.real();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  private void occupy() throws InterruptedException {
    loop.execute(() -> {
      begun.countDown();
      await().until(() -> end.getCount() == 0);
    });
    begun.await();
  }

  @Test
  void whoWaitsForAResultIsToldThatItIsClosed() throws Exception {
    occupy();
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread caller = new Thread(() -> {
      try {
        result.complete(loop.call(() -> "never"));
      } catch (RuntimeException closed) {
        result.completeExceptionally(closed);
      }
    });
    caller.start();
    await().until(() -> caller.getState() == Thread.State.WAITING);
    loop.close();
    assertThatThrownBy(() -> result.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ClosedLoopException.class);
    end.countDown();
    assertThatThrownBy(() -> loop.call(() -> "late")).isInstanceOf(ClosedLoopException.class);
  }

  @Test
  void whoWaitsForSomethingToHoldIsToldThatItDoesNot() throws Exception {
    CompletableFuture<Boolean> holds = new CompletableFuture<>();
    Thread waiter = new Thread(() -> holds.complete(loop.await(() -> false, Duration.ofHours(1))));
    waiter.start();
    await().until(() -> waiter.getState() == Thread.State.WAITING);
    loop.close();
    assertThat(holds.get(20, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aResultThatIsThereWhenItClosesIsGiven() {
    String result = loop.call(() -> {
      loop.close();
      return "last";
    });
    assertThat(result).isEqualTo("last");
  }
}
