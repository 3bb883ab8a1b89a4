package dev.switchboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandlerThreadsTest {
  private final ThreadPoolExecutor pool = HandlerThreads.pool();

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void usesAThreadAgainBeforeItStartsAnother() throws Exception {
    for (int i = 0; i < 200; i++) {
      pool.submit(() -> {}).get(30, TimeUnit.SECONDS);
    }
    // One, and a few more where a thread was not back in time.
    assertThat(pool.getLargestPoolSize()).isLessThan(50);
  }

  @Test
  void letsABurstWaitForItsThreads() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Boolean>> burst = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      burst.add(pool.submit(() -> go.await(30, TimeUnit.SECONDS)));
    }
    assertThat(pool.getPoolSize()).isEqualTo(256);
    assertThat(pool.getQueue()).hasSize(44);
    go.countDown();
    for (Future<Boolean> one : burst) {
      assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void takesNothingMoreOnceStopped() {
    pool.shutdown();
    assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
  }
}
