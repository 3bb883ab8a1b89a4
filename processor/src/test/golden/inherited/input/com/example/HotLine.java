package com.example;

import com.example.base.Line;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.InputEvent;

/** Methods of a superclass and an interface, with this class's own types in them. */
@VoiceApp(name = "Hot line")
public class HotLine extends Line<CallEvent.Completed> {
  @Override
  public void event(CallEvent.Completed event) {}

  @Override
  @CallbackUrl("/own")
  public void replaced(InputEvent input) {}
}
