package dev.switchboard.processor.check;

import static dev.switchboard.processor.check.Findings.DESK;
import static dev.switchboard.processor.check.Findings.TEXT;
import static dev.switchboard.processor.check.Findings.event;
import static dev.switchboard.processor.check.Findings.ids;
import static dev.switchboard.processor.check.Findings.inbound;
import static dev.switchboard.processor.check.Findings.only;
import static dev.switchboard.processor.check.Findings.status;
import static dev.switchboard.processor.check.Findings.voice;
import static dev.switchboard.processor.model.CapabilityKind.MESSAGES;
import static dev.switchboard.processor.model.CapabilityKind.VOICE;
import static dev.switchboard.processor.model.Handler.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.Parameter.Role;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.Reach;
import dev.switchboard.processor.model.Returns.Shape;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.UrlSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What concerns handler classes and their methods: whether they are called, what they take and give. On the model alone; the rejected fixtures show the same rules through a compiler. */
class MethodChecksTest {
  @Test
  void handlerClasses() {
    ClassShape right = Draft.shape(ClassShape.Kind.CLASS, true, true, false);
    assertThat(ids(voice().listing(DESK, right, event()))).isEmpty();
    assertThat(ids(voice().listing(DESK, right))).containsExactly("SWB119");
    assertThat(ids(voice().listing(DESK, right, event()).listing(DESK, right, event())))
        .containsExactly("SWB120");
    assertThat(ids(voice().listing(Draft.LINE, right))).containsExactly("SWB120");
    assertThat(ids(
            voice().listing(DESK, Draft.shape(ClassShape.Kind.CLASS, false, false, true), event())))
        .containsExactly("SWB118", "SWB121");
    assertThat(only(voice().onClass("EventUrl", UrlSettings.NONE))).contains("'Line'", "SWB218");
    assertThat(ids(voice(event()).onClass("EventUrl", UrlSettings.NONE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CALLABLE, ''",
    "PRIVATE, SWB210",
    "STATIC, SWB211",
    "ABSTRACT, SWB212",
    "OTHER_PACKAGE, SWB213",
    "GENERIC, SWB214",
    "THROWS_THROWABLE, SWB215"
  })
  void methodsHaveToBeReached(Reach reach, String id) {
    assertThat(ids(voice(event().reached(reach))))
        .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
  }

  @Test
  void oneWebhookForAMethod() {
    Draft twice = voice(
        event(), on("CallbackUrl", "event").takes(PayloadNames.VOICE_EVENT).says("path", "/other"));
    assertThat(only(twice)).contains("'event' already has @EventUrl", "SWB217");
  }

  @ParameterizedTest
  @CsvSource({
    "NOTHING, SWB201",
    "NOTHING_LATER, SWB201",
    "NCCO, ''",
    "NCCO_LATER, ''",
    "NCCO_IF_ANY, SWB202",
    "NCCO_IF_ANY_LATER, SWB202",
    "OTHER, SWB201"
  })
  void whatAnAnswerOwes(Shape shape, String id) {
    for (String annotation : List.of("AnswerUrl", "FallbackAnswerUrl")) {
      TypeRef type = annotation.equals("AnswerUrl")
          ? PayloadNames.ANSWER_REQUEST
          : PayloadNames.FALLBACK_REQUEST;
      assertThat(ids(Draft.app(VOICE)
              .suppressing("SWB113")
              .with(on(annotation, "answer").takes(type).gives(shape))))
          .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Timeout, ''",
    "Failed, ''",
    "Rejected, ''",
    "Unanswered, ''",
    "Busy, ''",
    "Disconnected, ''",
    "Completed, SWB203",
    "Started, SWB203",
    "Ringing, SWB203",
    "Answered, SWB203"
  })
  void whereAnNccoIsRead(String status, String id) {
    for (Shape shape : List.of(Shape.NCCO, Shape.NCCO_IF_ANY, Shape.NCCO_LATER)) {
      assertThat(ids(voice(on("EventUrl", "e").takesCall(status).gives(shape))))
          .isEqualTo(id.isEmpty() ? List.of() : List.of(id));
    }
  }

  @Test
  void anNccoForEveryEvent() {
    assertThat(only(voice(event().gives(Shape.NCCO)))).contains("every VoiceEvent", "SWB219");
    assertThat(ids(voice(event().gives(Shape.NCCO_IF_ANY)))).isEmpty();
    assertThat(ids(voice(event().gives(Shape.NCCO).suppressing("SWB219")))).isEmpty();
    Handler leg = on("CallbackUrl", "leg").takes(PayloadNames.CALL_EVENT, PayloadNames.VOICE_EVENT);
    assertThat(only(voice(leg.gives(Shape.NCCO_LATER)))).contains("every CallEvent", "SWB219");
    assertThat(
            ids(voice(on("CallbackUrl", "any").takes(PayloadNames.VOICE_EVENT).gives(Shape.NCCO))))
        .isEmpty();
    assertThat(ids(
            voice(on("CallbackUrl", "back").takes(PayloadNames.ANSWER_REQUEST).gives(Shape.NCCO))))
        .isEmpty();
  }

  @Test
  void messagesAreAnsweredWithNothing() {
    assertThat(ids(Draft.app(MESSAGES).with(inbound().gives(Shape.NCCO), status())))
        .containsExactly("SWB203");
    assertThat(ids(voice(event().gives(Shape.OTHER)))).containsExactly("SWB204");
    assertThat(ids(voice(event().gives(Shape.NOTHING_LATER)))).isEmpty();
  }

  @Test
  void parameters() {
    assertThat(only(voice(on("EventUrl", "e").says("capability", "VOICE"))))
        .contains("@EventUrl method 'e'", "type VoiceEvent.", "SWB205");
    assertThat(only(voice(on("CallbackUrl", "c").takes(PayloadNames.INBOUND_MESSAGE))))
        .contains("takes InboundMessage", "VoiceEvent or AnswerRequest", "SWB206");
    assertThat(only(voice(event().asks(Role.OTHER, "Kitchen")))).contains("Kitchen", "SWB207");
    assertThat(ids(voice(event().asks(Role.REQUEST, "WebhookRequest")))).isEmpty();
    assertThat(only(voice(event().asks(Role.REQUEST, "R").asks(Role.REQUEST, "R"))))
        .contains("asks twice for the request", "SWB209");
    assertThat(only(voice(event().takes(PayloadNames.VOICE_EVENT))))
        .contains("what the webhook brings");
    assertThat(only(voice(event().state(DESK).state(DESK)))).contains("twice for the state");
    assertThat(only(voice(event().asks(Role.STATE, "CallState<List<String>>"))))
        .contains("CallState<List<String>> cannot", "SWB216");
    assertThat(only(voice(event().asks(Role.STATE, "CallState")))).contains("CallState<?>");
  }

  @Test
  void contents() {
    Handler text = inbound().takes(TEXT, PayloadNames.CONTENT);
    assertThat(ids(Draft.app(MESSAGES).with(text, inbound(), status()))).isEmpty();
    assertThat(only(voice(event().takes(TEXT, PayloadNames.CONTENT))))
        .contains("Content.Text content", "SWB208");
    assertThat(ids(Draft.app(MESSAGES)
            .with(inbound(), status(), on("InboundUrl", "c").takes(TEXT, PayloadNames.CONTENT))))
        .contains("SWB208");
    assertThat(ids(Draft.app(MESSAGES)
            .with(
                inbound().takes(TEXT, PayloadNames.CONTENT).takes(TEXT, PayloadNames.CONTENT),
                inbound(),
                status())))
        .containsExactly("SWB209");
  }
}
