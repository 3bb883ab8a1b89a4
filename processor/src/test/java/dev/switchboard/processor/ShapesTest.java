package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Route;
import dev.switchboard.webhooks.WebhookRequest;
import dev.switchboard.webhooks.WebhookRouter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unusual shapes of apps and handler classes that work: they compile without a warning, and a request reaches their methods. */
class ShapesTest {
  private static final String IMPORTS = """
      import dev.switchboard.annotations.*;
      import dev.switchboard.webhooks.*;
      import dev.switchboard.webhooks.messages.*;
      import dev.switchboard.webhooks.ncco.*;
      import dev.switchboard.webhooks.rtc.*;
      import dev.switchboard.webhooks.verify.*;
      import dev.switchboard.webhooks.voice.*;
      import java.util.*;
      """;

  private static final String ANSWER =
      "@AnswerUrl public Ncco answer(AnswerRequest call) { return Ncco.of(Ncco.talk(\"Hello.\")); }";

  @TempDir
  private Path folder;

  private Path out = Path.of("");

  private void compile(String... texts) throws Exception {
    List<Path> sources = new ArrayList<>();
    out = Files.createDirectories(folder.resolve("out"));
    for (String text : texts) {
      String name =
          text.replaceFirst("(?s).*?(?:class|record|interface|enum) (\\S+?)[ <(].*", "$1");
      Path source = Files.createDirectories(folder.resolve("src" + sources.size()));
      boolean packaged = text.startsWith("package");
      int body = packaged ? text.indexOf(';') + 1 : 0;
      sources.add(Files.writeString(
          source.resolve(name + ".java"),
          text.substring(0, body) + "\n" + IMPORTS + text.substring(body)));
    }
    Javac compiled = Javac.compile(
        out,
        sources,
        List.of("-Xlint:all,-processing,-path", "-Werror"),
        new SwitchboardProcessor());
    assertThat(compiled.diagnostics()).isEmpty();
  }

  /** Constructs each class without arguments, hands them to the router, and sends it one event. */
  private List<?> sent(String router, String path, String body, String... handlers)
      throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader())) {
      List<Object> instances = new ArrayList<>();
      for (String name : handlers) {
        Class<?> type = loader.loadClass(name);
        instances.add(
            type.isEnum()
                ? type.getEnumConstants()[0]
                : type.getDeclaredConstructor().newInstance());
      }
      WebhookRouter built = (WebhookRouter)
          loader.loadClass(router).getConstructors()[0].newInstance(instances.toArray());
      Route<?> route = built.routes().stream()
          .filter(one -> one.path().equals(path))
          .findFirst()
          .orElseThrow();
      built.dispatch(route, WebhookRequest.post(path, body));
      return (List<?>) loader.loadClass("Seen").getField("ALL").get(null);
    }
  }

  private static final String SEEN =
      "public class Seen { public static final List<String> ALL = new ArrayList<>(); }";

  @Test
  void aMethodOfAGenericSuperclassTwiceRemovedTakesWhatTheAppBindsItTo() throws Exception {
    compile(
        SEEN,
        "public abstract class Top<E extends CallEvent, R> {"
            + " @AnswerUrl public R answer(AnswerRequest call) { return null; }"
            + " @EventUrl public void event(E event) { Seen.ALL.add(event.getClass().getSimpleName()); } }",
        "public abstract class Middle<F extends CallEvent> extends Top<F, Ncco> {}",
        "@VoiceApp(name = \"Line\") public class Line extends Middle<CallEvent.Completed> {}");
    assertThat(sent("LineRouter", "/webhooks/event", "{\"status\":\"completed\"}", "Line"))
        .hasToString("[Completed]");
  }

  @Test
  void aDefaultMethodAndAnOverriddenOneAreCalledOnTheApp() throws Exception {
    compile(
        SEEN,
        "public interface Keys<E> { @CallbackUrl default void keys(E event) { Seen.ALL.add(\"default\"); } }",
        "public interface Abstract { @EventUrl void event(VoiceEvent event); }",
        "public class Above { public void event(VoiceEvent event) { Seen.ALL.add(\"superclass\"); } }",
        "@VoiceApp(name = \"Line\") public class Line extends Above implements Abstract, Keys<InputEvent> { "
            + ANSWER
            + " @Override public void keys(InputEvent event) { Keys.super.keys(event); Seen.ALL.add(\"own\"); } }");
    assertThat(sent("LineRouter", "/webhooks/keys", "{\"dtmf\":{\"digits\":\"1\"}}", "Line"))
        .hasToString("[default, own]");
    assertThat(sent("LineRouter", "/webhooks/event", "{\"status\":\"completed\"}", "Line"))
        .hasToString("[superclass]");
  }

  @Test
  void anEnumAndAnInterfaceCanBeHandlerClasses() throws Exception {
    compile(
        SEEN,
        "public enum Desk { ONE; @EventUrl void event(VoiceEvent event) { Seen.ALL.add(name()); } }",
        "public interface Inbox { @InboundUrl default void message(InboundMessage message) {}"
            + " @StatusUrl default void status(MessageStatus status) {} }",
        "@VoiceApp(name = \"Line\") @MessagesApp @SwitchboardApp(handlers = {Desk.class, Inbox.class})"
            + " public class Line { "
            + ANSWER
            + " }");
  }

  @Test
  void recordsSealedClassesAndInnerOnesCanBeApps() throws Exception {
    compile(
        "@VoiceApp(name = \"Record\") public record Line(String greeting) { " + ANSWER + " }",
        "@VoiceApp(name = \"Sealed\") public sealed class Shut permits Open { "
            + ANSWER
            + " } final class Open extends Shut {}",
        "@VoiceApp(name = \"Abstract\") public abstract class Half { " + ANSWER + " }",
        "public class Outer { @VoiceApp(name = \"Inner\") public class Inner { " + ANSWER + " } }");
    assertThat(out.resolve("META-INF/switchboard"))
        .isDirectoryContaining("glob:**/Outer$Inner.json");
  }

  @Test
  void everyCapabilityStandsOnOneClass() throws Exception {
    compile(
        "@VoiceApp(name = \"All\") @MessagesApp @RtcApp @VbcApp @VerifyApp @NetworkApp @VideoApp"
            + " public class All { "
            + ANSWER
            + " @EventUrl void voice(VoiceEvent event) {} @EventUrl void rtc(RtcEvent event) {}"
            + " @InboundUrl void message(InboundMessage message) {} @StatusUrl void status(MessageStatus status) {}"
            + " @StatusUrl void verified(VerifyEvent event) {} }");
    assertThat(Fixtures.text(out.resolve("META-INF/switchboard/All.json")))
        .contains("voice", "messages", "rtc", "vbc", "verify", "network_apis", "video");
  }

  @Test
  void twoAppsCanShareAHandlerClassAndNamesBeyondAscii() throws Exception {
    compile(
        SEEN,
        "public class Desk { @EventUrl public void event(VoiceEvent event) { Seen.ALL.add(\"desk\"); } }",
        "@VoiceApp(name = \"Größe\") @SwitchboardApp(handlers = Desk.class) public class Größe { "
            + ANSWER
            + " @CallbackUrl(\"/groesser\") void größer(InputEvent input) {} }",
        "@VoiceApp(name = \"Two\") @SwitchboardApp(handlers = Desk.class) public class Two { "
            + ANSWER
            + " }");
    assertThat(sent("GrößeRouter", "/webhooks/event", "{\"status\":\"ringing\"}", "Größe", "Desk"))
        .hasToString("[desk]");
  }

  @Test
  void aHandlerClassMayComeFromAJar() throws Exception {
    compile("package far; public class Desk { @EventUrl public void event(VoiceEvent event) {} }");
    Path jar = out;
    Path app = Files.writeString(
        folder.resolve("Line.java"),
        IMPORTS
            + "@VoiceApp(name = \"Line\") @SwitchboardApp(handlers = far.Desk.class) public class Line { "
            + ANSWER
            + " }");
    Javac compiled = Javac.compile(
        Files.createDirectories(folder.resolve("app")),
        List.of(app),
        List.of(
            "-cp",
            System.getProperty("java.class.path") + System.getProperty("path.separator") + jar),
        new SwitchboardProcessor());
    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(compiled.written().get("META-INF/switchboard/Line.json"))
        .contains("far.Desk#event(VoiceEvent)");
  }
}
