package dev.switchboard.processor.generate;

import static dev.switchboard.processor.model.CapabilityKind.MESSAGES;
import static dev.switchboard.processor.model.CapabilityKind.NETWORK;
import static dev.switchboard.processor.model.CapabilityKind.RTC;
import static dev.switchboard.processor.model.CapabilityKind.VIDEO;
import static dev.switchboard.processor.model.CapabilityKind.VOICE;
import static dev.switchboard.processor.model.Handler.answer;
import static dev.switchboard.processor.model.Handler.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.processor.model.ClassShape;
import dev.switchboard.processor.model.Draft;
import dev.switchboard.processor.model.Handler;
import dev.switchboard.processor.model.Lint;
import dev.switchboard.processor.model.Parameter.Role;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.Returns.Shape;
import dev.switchboard.processor.model.TypeRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for a model; the goldens show whole classes, and that they compile. */
class AppGeneratorTest {
  private static final TypeRef TEXT =
      TypeRef.of("dev.switchboard.webhooks.messages", "Content", "Text");

  private static String written(Draft draft, String suffix) {
    return AppGenerator.generate(draft.urls()).stream()
        .filter(output -> output instanceof Output.Source source
            && source.type().simpleName().equals("Line" + suffix))
        .map(Output::text)
        .findFirst()
        .orElseThrow();
  }

  private static Handler event() {
    return on("EventUrl", "event").takes(PayloadNames.VOICE_EVENT);
  }

  @Test
  void threeClassesAndAManifest() {
    Draft draft = Draft.app(VOICE).with(answer());
    assertThat(AppGenerator.generate(draft.urls()))
        .extracting(output -> output instanceof Output.Source source
            ? source.type().qualifiedName()
            : ((Output.Resource) output).path())
        .containsExactly(
            "acme.LineRouter",
            "acme.LineRoutes",
            "acme.LineProvisioner",
            "META-INF/switchboard/acme.Line.json");
    assertThat(AppGenerator.generate(draft.withoutProvisioning().urls())).hasSize(3);
  }

  @Test
  void theSkeletonHasNoManifestAndOnlyThrows() {
    Draft draft = Draft.app(VOICE)
        .with(answer(), on("CallbackUrl", "answerUrl").takes(PayloadNames.VOICE_EVENT));
    List<Output> skeleton = AppGenerator.skeleton(draft.urls());
    assertThat(skeleton).hasSize(3).allMatch(Output.Source.class::isInstance);
    assertThat(skeleton.get(0).text())
        .contains("throw new IllegalStateException(\"Line does not compile.\");")
        .doesNotContain("switch (");
    assertThat(skeleton.get(1).text().split("Route.answer|Route.callback", -1)).hasSize(2);
    Draft hidden = draft.shaped(Draft.shape(ClassShape.Kind.CLASS, false, false, false));
    assertThat(AppGenerator.skeleton(hidden.urls())).isEmpty();
  }

  @Test
  void classesAreAsVisibleAsTheApp() {
    Draft draft = Draft.app(VOICE).with(answer());
    assertThat(written(draft, "Router"))
        .contains(
            "\npublic final class LineRouter implements WebhookRouter {",
            "  public LineRouter(Line line) {");
    draft.shaped(Draft.shape(ClassShape.Kind.CLASS, false, true, false));
    assertThat(written(draft, "Router"))
        .contains("\nfinal class LineRouter implements", "\n  LineRouter(Line line) {");
    assertThat(written(draft, "Routes")).contains("\nfinal class LineRoutes {");
  }

  @Test
  void whatTheCompilerWouldWarnOfIsSwitchedOffAtTheMemberThatNeedsIt() {
    Lint old = new Lint(Lint.Kind.DEPRECATION, "answer is deprecated");
    Lint raw = new Lint(Lint.Kind.UNCHECKED, "event comes from a raw type");
    Lint going = new Lint(Lint.Kind.REMOVAL, "Line is about to be removed");
    ClassShape shape =
        new ClassShape(ClassShape.Kind.CLASS, true, true, false, false, List.of(going));
    Draft draft = Draft.app(VOICE)
        .shaped(shape)
        .with(answer().warned(old), event().warned(raw, going, raw))
        .with(on("CallbackUrl", "key").takes(PayloadNames.VOICE_EVENT));
    String removal = "  // Line is about to be removed.\n  @SuppressWarnings(\"removal\")\n";
    assertThat(written(draft, "Router"))
        .contains(
            removal + "  private final Line line;",
            removal + "  public LineRouter(",
            "  // answer is deprecated.\n  @SuppressWarnings(\"deprecation\")\n  @Override\n  public Reply dispatch(",
            "  // event comes from a raw type.\n  // Line is about to be removed.\n"
                + "  @SuppressWarnings({\"removal\", \"unchecked\"})\n  private Reply eventUrl(",
            "\n\n  private Reply key(");
    assertThat(written(draft, "Provisioner")).contains(removal + "  public static Provisioner of(");
    assertThat(written(draft, "Routes")).doesNotContain("Suppress");
  }

  @ParameterizedTest
  @CsvSource({
    "NCCO, ncco",
    "NCCO_IF_ANY, nccoIfAny",
    "NCCO_LATER, nccoLater",
    "NCCO_IF_ANY_LATER, nccoIfAnyLater",
    "NOTHING_LATER, doneLater"
  })
  void oneCallStandsInTheSwitch(Shape shape, String factory) {
    assertThat(written(Draft.app(VOICE).with(event().gives(shape)), "Router"))
        .contains("case \"/webhooks/event\" -> Reply." + factory
            + "(line.event(VoiceEvent.read(request)));");
  }

  @Test
  void whatReturnsNothingHasAMethod() {
    assertThat(written(Draft.app(VOICE).with(event().throwing()), "Router"))
        .contains("case \"/webhooks/event\" -> eventUrl(VoiceEvent.read(request));", """
              private Reply eventUrl(VoiceEvent event) throws Exception {
                line.event(event);
                return Reply.done();
              }
            }
            """);
  }

  @Test
  void narrowBeforeWide() {
    Handler over = on("EventUrl", "over").takesCall("Completed").gives(Shape.NOTHING);
    assertThat(written(Draft.app(VOICE).with(over), "Router")).contains("""
              private Reply eventUrl(VoiceEvent event) {
                if (event instanceof CallEvent.Completed completed) {
                  line.over(completed);
                  return Reply.done();
                }
                return Reply.unhandled(event);
              }
            """);
    Handler busy = on("EventUrl", "busy").takesCall("Busy");
    assertThat(written(Draft.app(VOICE).with(event(), over, busy), "Router")).contains("""
                if (event instanceof CallEvent.Completed completed) {
                  line.over(completed);
                } else if (event instanceof CallEvent.Busy busy) {
                  line.busy(busy);
                } else {
                  line.event(event);
                }
                return Reply.done();
            """);
    assertThat(written(Draft.app(VOICE).with(event(), over, busy.gives(Shape.NCCO)), "Router"))
        .contains("      return Reply.ncco(line.busy(busy));\n    }\n    line.event(event);\n")
        .doesNotContain("else");
  }

  @Test
  void whatAMethodAsksFor() {
    Handler stateful =
        event().state(TypeRef.of("acme", "Order")).asks(Role.REQUEST, "WebhookRequest");
    assertThat(written(Draft.app(VOICE).with(stateful), "Router"))
        .contains(
            "eventUrl(VoiceEvent.read(request), request);",
            "private Reply eventUrl(VoiceEvent event, WebhookRequest request) {",
            "line.event(event, CallState.of(request, Order.class), request);");
  }

  @Test
  void contentsOfMessages() {
    Handler text = on("InboundUrl", "text")
        .takes(PayloadNames.INBOUND_MESSAGE)
        .takes(TEXT, PayloadNames.CONTENT)
        .gives(Shape.NOTHING_LATER);
    assertThat(written(Draft.app(MESSAGES).with(text), "Router")).contains("""
                Content content = message.content();
                if (content instanceof Content.Text text) {
                  return Reply.doneLater(line.text(message, text));
                }
                return Reply.unhandled(message);
            """);
  }

  @Test
  void constantsOfRoutes() {
    Draft draft = Draft.app(RTC)
        .capability(VOICE, "signedCallbacks", false)
        .with(
            answer().says("path", "/a").says("method", "POST").says("connectTimeout", 500),
            on("EventUrl", "rtc").takes(PayloadNames.RTC_EVENT),
            event().gives(Shape.NCCO_IF_ANY).says("socketTimeout", 2000),
            on("CallbackUrl", "menu").takes(PayloadNames.INPUT_EVENT, PayloadNames.VOICE_EVENT));
    assertThat(written(draft, "Routes"))
        .contains(
            "ANSWER_URL =\n      Route.answer(\"/a\").method(\"POST\").connectTimeout(500).unsigned();",
            "RTC_EVENT_URL = Route.rtcEvent(\"/webhooks/rtc-event\");",
            "EVENT_URL = Route.nccoEvent(\"/webhooks/event\").socketTimeout(2000).unsigned();",
            "MENU = Route.<InputEvent>callback(\"/webhooks/menu\").unsigned();",
            "  static final List<Route<?>> ALL = Route.all(ANSWER_URL, EVENT_URL, RTC_EVENT_URL, MENU);\n\n");
  }

  @Test
  void videoRoutesHaveTheirName() {
    Draft draft = Draft.app(VIDEO)
        .with(on("VideoUrl", "v").takes(PayloadNames.VIDEO_EVENT).says("videoKind", "ROOM_STATUS"));
    assertThat(written(draft, "Routes"))
        .contains(
            "VIDEO_ROOM_STATUS =",
            "Route.video(\"room_status\", \"/webhooks/video-room-status\");");
  }

  @Test
  void whatTheEnvironmentBinds() {
    Draft draft = Draft.app(NETWORK)
        .text("name", "${stage} ${stage}")
        .text("redirectUri", "https://${stage}.example/${base-url}")
        .number("support-line")
        .number("42");
    assertThat(written(draft, "Provisioner"))
        .contains(
            """
               * @param baseUrl where it is served
               * @param stage for <code>${stage}</code> in the name and the redirectUri
               * @param baseUrl2 for <code>${base-url}</code> in the redirectUri
               * @param supportLine for the number "support-line"
               */
            """,
            "of(URI baseUrl, String stage, String baseUrl2, Msisdn supportLine) {",
            ".value(\"stage\", stage)",
            ".value(\"base-url\", baseUrl2)",
            ".number(\"support-line\", supportLine);");
  }

  @Test
  void headersOfOneLineOrTwo() {
    assertThat(written(Draft.app(VOICE).with(answer()), "Routes"))
        .startsWith(
            "// Generated by Switchboard from acme.Line. Edit that class, not this file.\npackage acme;\n\nimport ");
  }

  @Test
  void namesThatAreTakenAreWrittenInFull() {
    Draft draft = Draft.app(VOICE)
        .with(answer())
        .listing(
            TypeRef.of("other", "Reply"),
            Draft.shape(ClassShape.Kind.CLASS, true, true, false),
            event())
        .listing(
            TypeRef.of("acme", "String"), Draft.shape(ClassShape.Kind.CLASS, true, true, false));
    assertThat(written(draft, "Router"))
        .contains(
            "import other.Reply;",
            "private final Reply reply;",
            "private final String string;",
            "public java.lang.String app() {",
            "dev.switchboard.webhooks.Reply dispatch(")
        .doesNotContain("import dev.switchboard.webhooks.Reply;", "import acme");
  }

  @Test
  void aHeaderThatFitsTakesOneLine() {
    String sentences = "// Generated by Switchboard from . Edit that class, not this file.";
    String fits = "a".repeat(Layout.WIDTH - sentences.length());
    assertThat(header(fits)).startsWith(sentences.replace(" .", " " + fits + ".") + "\n");
    String tooLong = fits + "a";
    assertThat(header(tooLong))
        .startsWith("// Generated by Switchboard from " + tooLong
            + ".\n// Edit that class, not this file.\n");
  }

  private static String header(String name) {
    return AppGenerator.generate(Draft.app(VOICE).called(TypeRef.of("", name)).urls())
        .get(1)
        .text();
  }

  @Test
  void aThirdVariableOfOneNameGetsAThree() {
    Names names = new Names(Set.of("event"));
    assertThat(List.of(
            names.unique("event"),
            names.unique("event"),
            names.inner().unique("event"),
            names.unique("case")))
        .containsExactly("event2", "event3", "event4", "case2");
  }

  @Test
  void aStateOfAClassOfThePackageKeepsItsName() {
    Handler stateful = event().state(TypeRef.of("acme", "Reply"));
    assertThat(written(Draft.app(VOICE).with(stateful), "Router"))
        .contains("CallState.of(request, Reply.class)", "dev.switchboard.webhooks.Reply dispatch(");
  }
}
