package dev.switchboard.springboot;

import dev.switchboard.webhooks.WebhookObserver;
import dev.switchboard.webhooks.ncco.Finding;
import java.util.List;

/** Tells each of several observers. */
record EachObserver(List<WebhookObserver> observers) implements WebhookObserver {
  @Override
  public void answered(Answered webhook) {
    observers.forEach(observer -> observer.answered(webhook));
  }

  @Override
  public void found(String app, String kind, List<Finding> findings) {
    observers.forEach(observer -> observer.found(app, kind, findings));
  }
}
