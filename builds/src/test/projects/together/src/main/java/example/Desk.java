package example;

import dev.switchboard.annotations.EventUrl;
import dev.switchboard.webhooks.voice.VoiceEvent;
import javax.inject.Inject;

public class Desk {
  @Inject
  public Desk() {}

  @EventUrl
  public void event(VoiceEvent event) {}
}
