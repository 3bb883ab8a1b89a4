package dev.switchboard.springboot;

import dev.switchboard.servlet.WebhookServlet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * First thing at shutdown, while the server still listens: new webhooks are answered 503, so that the platform asks another copy, and those
 * in flight are finished. Readiness is off by then; Spring Boot turns it off before any bean is stopped.
 */
final class DrainOnStop implements SmartLifecycle {
  private static final Logger LOG = System.getLogger(DrainOnStop.class.getName());

  private final WebhookServlet servlet;
  private final Duration grace;
  private volatile boolean running;

  DrainOnStop(WebhookServlet servlet, Duration grace) {
    this.servlet = servlet;
    this.grace = grace;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    int left = servlet.drain(grace);
    if (left > 0) {
      LOG.log(Level.WARNING, "{0} webhooks are still in flight after {1}.", left, grace);
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The highest phase, which is stopped first: before the server begins to refuse connections. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
