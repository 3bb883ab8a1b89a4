package com.example.taxi;

import static dev.switchboard.webhooks.ncco.Ncco.connect;
import static dev.switchboard.webhooks.ncco.Ncco.input;
import static dev.switchboard.webhooks.ncco.Ncco.phone;
import static dev.switchboard.webhooks.ncco.Ncco.record;
import static dev.switchboard.webhooks.ncco.Ncco.talk;

import com.example.taxi.desk.MessageDesk;
import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.CallbackUrl;
import dev.switchboard.annotations.EventUrl;
import dev.switchboard.annotations.FallbackAnswerUrl;
import dev.switchboard.annotations.MessagesApp;
import dev.switchboard.annotations.Region;
import dev.switchboard.annotations.RtcApp;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VbcApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.rtc.RtcEvent;
import dev.switchboard.webhooks.voice.AnswerRequest;
import dev.switchboard.webhooks.voice.CallEvent;
import dev.switchboard.webhooks.voice.FallbackRequest;
import dev.switchboard.webhooks.voice.InputEvent;
import dev.switchboard.webhooks.voice.RecordEvent;
import dev.switchboard.webhooks.voice.VoiceEvent;
import java.util.Optional;

/** Sends taxis: every common feature once. */
@SwitchboardApp(name = "Taxi ${city}", numbers = "night-line", handlers = MessageDesk.class)
@VoiceApp(region = Region.NA_WEST, conversationsTtl = 12)
@MessagesApp
@RtcApp
@VbcApp
public final class TaxiLine {
  private final Dispatch dispatch;

  public TaxiLine(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @AnswerUrl
  Ncco greet(AnswerRequest call) {
    return Ncco.of(talk("Press 1 for a taxi.").bargeIn(input().digits(1).to(TaxiLineRoutes.MENU)));
  }

  @CallbackUrl
  Ncco menu(InputEvent input) {
    return Ncco.of(
        record().splitChannels(2).to(TaxiLineRoutes.TAPED),
        connect(phone(dispatch.station())).to(TaxiLineRoutes.STATION_LEG));
  }

  /** No NCCO: the call goes on with the one it has. */
  @CallbackUrl
  Optional<Ncco> pickUpPlace(InputEvent input) {
    return input.digits().map(place -> Ncco.of(talk("Five minutes.")));
  }

  @CallbackUrl
  void taped(RecordEvent recording) {}

  @CallbackUrl
  Optional<Ncco> stationLeg(CallEvent.Busy leg) {
    return Optional.of(Ncco.of(talk("All drivers are out.")));
  }

  @CallbackUrl
  void stationLeg(CallEvent leg) {}

  @FallbackAnswerUrl
  Ncco sorry(FallbackRequest call) {
    return Ncco.of(talk("Please call again."));
  }

  @EventUrl(socketTimeout = 4000)
  void over(CallEvent.Completed call) {}

  @EventUrl
  void machine(CallEvent.Machine call) {}

  @EventUrl
  void other(VoiceEvent event) {}

  @EventUrl
  void inApp(RtcEvent event) {}
}
