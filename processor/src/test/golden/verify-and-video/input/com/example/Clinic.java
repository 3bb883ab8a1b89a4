package com.example;

import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VerifyApp;
import dev.switchboard.annotations.VideoApp;
import dev.switchboard.annotations.VideoKind;
import dev.switchboard.annotations.VideoUrl;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.verify.VerifyEvent;
import dev.switchboard.webhooks.video.VideoEvent;

/** Two status URLs, told apart by their parameter, and video callbacks. */
@SwitchboardApp(name = "Clinic")
@MessagesApp
@VerifyApp
@VideoApp
public final class Clinic {
  @InboundUrl
  void message(InboundMessage message) {}

  @StatusUrl
  void receipt(MessageStatus status) {}

  @StatusUrl("/checked")
  void checked(VerifyEvent event) {}

  @VideoUrl(value = VideoKind.ARCHIVE_STATUS, secret = "${archive-secret}")
  void archived(VideoEvent event) {}

  @VideoUrl(value = VideoKind.STREAM_CREATED, path = "/streams")
  void streaming(VideoEvent event) {}
}
