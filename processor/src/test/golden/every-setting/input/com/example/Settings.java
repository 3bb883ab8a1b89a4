package com.example;

import static dev.switchboard.webhooks.ncco.Ncco.talk;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.FallbackAnswerUrl;
import dev.switchboard.annotations.HttpMethod;
import dev.switchboard.annotations.InboundUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.MessagesVersion;
import dev.switchboard.annotations.NetworkApp;
import dev.switchboard.annotations.Region;
import dev.switchboard.annotations.RtcApp;
import dev.switchboard.annotations.StatusUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VideoApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.messages.InboundMessage;
import dev.switchboard.webhooks.messages.MessageStatus;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.rtc.RtcEvent;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;

/** Every setting away from its default. */
@SuppressWarnings("SWB125")
@VoiceApp(signedCallbacks = false, region = Region.APAC_AUSTRALIA, conversationsTtl = 0, legPersistenceTime = 31)
@MessagesApp(version = MessagesVersion.V0_1, authenticateInboundMedia = true)
@RtcApp(signedCallbacks = false)
@NetworkApp(redirectUri = "https://${host}/consent", networkApplicationId = "${network-app}")
@VideoApp(
    serverSideEncryption = true,
    endToEndEncryption = true,
    cloudStorage = true,
    credentialType = "s3",
    credential = "${storage-credential}")
@SwitchboardApp(name = "Settings of ${host}", path = "", improveAi = true, numbers = {"first-line", "secondLine"})
public final class Settings {
  @AnswerUrl(method = HttpMethod.POST, connectTimeout = 300, socketTimeout = 1000)
  Ncco answer(AnswerRequest call) {
    return Ncco.of(talk("Hello."));
  }

  @FallbackAnswerUrl(value = "/sorry", method = HttpMethod.POST, connectTimeout = 1000, socketTimeout = 5000)
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(talk("Sorry."));
  }

  @EventUrl(method = HttpMethod.GET, connectTimeout = 500, socketTimeout = 10000)
  Ncco keys(InputEvent event) {
    return Ncco.of(talk("Thank you."));
  }

  @EventUrl
  void rest(VoiceEvent event) {}

  @EventUrl(method = HttpMethod.GET)
  void inApp(RtcEvent event) {}

  @InboundUrl("/in")
  void in(InboundMessage message) {}

  @StatusUrl("/out")
  void out(MessageStatus status) {}

  @CallbackUrl(value = "/keys", method = HttpMethod.GET)
  void pressed(InputEvent event) {}
}
