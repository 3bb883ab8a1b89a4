package com.example;

import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.InputEvent;
import java.util.Optional;

class Keys<E extends InputEvent> {
  @CallbackUrl
  public Optional<Ncco> keys(E input) {
    return Optional.empty();
  }

  @CallbackUrl
  public void plain(InputEvent input) {}
}
