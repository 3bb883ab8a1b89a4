package com.example;

import dev.switchboard.annotations.EventUrl;
import dev.switchboard.webhooks.voice.VoiceEvent;

@Deprecated(forRemoval = true)
class LastDesk {
  @Deprecated(forRemoval = true)
  @EventUrl
  void event(VoiceEvent event) {}
}

