package dev.switchboard.processor.check;

import static dev.switchboard.processor.check.Findings.TEXT;
import static dev.switchboard.processor.check.Findings.event;
import static dev.switchboard.processor.check.Findings.ids;
import static dev.switchboard.processor.check.Findings.inbound;
import static dev.switchboard.processor.check.Findings.only;
import static dev.switchboard.processor.check.Findings.status;
import static dev.switchboard.processor.check.Findings.voice;
import static dev.switchboard.processor.model.CapabilityKind.MESSAGES;
import static dev.switchboard.processor.model.CapabilityKind.RTC;
import static dev.switchboard.processor.model.CapabilityKind.VOICE;
import static dev.switchboard.processor.model.Handler.answer;
import static dev.switchboard.processor.model.Handler.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.Parameter.Role;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.Reach;
import dev.switchboard.processor.model.Site;
import dev.switchboard.processor.model.TypeRef;
import org.junit.jupiter.api.Test;

/** Which method takes what; and that all rules together say each thing once, where it stands. On the model alone; the rejected fixtures show the same rules through a compiler. */
class ChecksTest {
  @Test
  void precedence() {
    TypeRef whatsApp =
        TypeRef.of("dev.switchboard.webhooks.messages", "InboundMessage", "WhatsApp");
    Handler channel = on("InboundUrl", "channel").takes(whatsApp, PayloadNames.INBOUND_MESSAGE);
    Handler text = on("InboundUrl", "text")
        .takes(PayloadNames.INBOUND_MESSAGE)
        .takes(TEXT, PayloadNames.CONTENT);
    Handler both = on("InboundUrl", "both")
        .takes(whatsApp, PayloadNames.INBOUND_MESSAGE)
        .takes(TEXT, PayloadNames.CONTENT);
    Draft ambiguous = Draft.app(MESSAGES).with(inbound(), channel, text, status());
    assertThat(only(ambiguous))
        .contains("'channel' and 'text'", "InboundMessage.WhatsApp, Content.Text", "SWB402");
    assertThat(ids(Draft.app(MESSAGES).with(inbound(), channel, text, both, status())))
        .isEmpty();
    assertThat(only(Draft.app(MESSAGES)
            .with(
                inbound(),
                on("InboundUrl", "again").takes(PayloadNames.INBOUND_MESSAGE),
                status())))
        .contains("'again' takes the same as 'inbound'", "SWB401");
    assertThat(only(Draft.app(MESSAGES).with(channel, status())))
        .contains("inbound_url", "InboundMessage.WhatsApp", "takes InboundMessage", "SWB403");
    assertThat(ids(Draft.app(MESSAGES).with(channel.suppressing("SWB403"), status())))
        .isEmpty();
    assertThat(ids(voice(on("EventUrl", "over").takesCall("Completed")))).isEmpty();
  }

  @Test
  void eachIsFoundOnceAndWhereItStands() {
    Draft draft = voice(event().reached(Reach.PRIVATE));
    assertThat(Checks.run(draft.urls()))
        .extracting(Diagnostic::site)
        .containsExactly(Site.of("acme.Line#event[VoiceEvent]"));
  }

  @Test
  void aPlaceholderIsShownWhereItStands() {
    Draft draft =
        voice().text("name", "${a-b}").text("redirectUri", "x").text("credential", "${a.b}");
    assertThat(Checks.run(draft.urls()))
        .extracting(found -> found.rule().id(), found -> found.site().attribute())
        .containsExactly(tuple("SWB105", "credential"));
  }

  @Test
  void aKindThatCannotBeToldIsSaidInFull() {
    Draft draft = Draft.app(VOICE, RTC)
        .with(
            answer(), on("EventUrl", "e").takes(PayloadNames.RTC_EVENT), on("EventUrl", "untold"));
    assertThat(Checks.run(draft.urls()))
        .extracting(Diagnostic::text)
        .satisfiesExactly(
            unclear -> assertThat(unclear)
                .contains(
                    "@EventUrl method 'untold' could serve voice or rtc",
                    "Take VoiceEvent or RtcEvent"),
            missing -> assertThat(missing).contains("parameter of type VoiceEvent or RtcEvent."));
  }

  @Test
  void aStrangeFirstParameterIsSaidOnce() {
    assertThat(
            ids(voice(on("EventUrl", "e").says("capability", "VOICE").asks(Role.OTHER, "Kitchen"))))
        .containsExactly("SWB206");
  }

  @Test
  void whatIsNoPayloadOfTheUrlTakesPartInNoChoice() {
    Handler wrong =
        on("EventUrl", "wrong").says("capability", "VOICE").takes(PayloadNames.INBOUND_MESSAGE);
    Handler twin =
        on("EventUrl", "twin").says("capability", "VOICE").takes(PayloadNames.INBOUND_MESSAGE);
    assertThat(ids(voice(wrong, twin))).containsExactly("SWB206", "SWB206");
  }
}
