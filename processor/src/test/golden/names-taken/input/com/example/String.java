package com.example;

import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.webhooks.voice.InputEvent;

/** Hides java.lang's in this package. */
public final class String {
  @CallbackUrl
  public void pressed(InputEvent input) {}
}
