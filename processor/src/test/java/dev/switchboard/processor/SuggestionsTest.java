package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;

/** A misspelt name is answered with the one that was meant. */
class SuggestionsTest {
  @Test
  void aMisspeltTypeOfTheRuntimeIsAnsweredWithTheOneThatWasMeant() {
    Compilation compilation = Compiler.javac()
        .withProcessors(new SwitchboardProcessor())
        .compile(JavaFileObjects.forSourceString("example.Misspelt", """
            package example;

            import dev.switchboard.annotations.EventUrl;
            import dev.switchboard.annotations.VoiceApp;
            import dev.switchboard.webhooks.voice.CallEvent;

            @VoiceApp(name = "Line")
            class Misspelt {
              @EventUrl
              void over(CallEvent.Complete event) {}
            }
            """));
    assertThat(compilation.errors().stream()
            .map(error -> error.getMessage(null))
            .filter(text -> text.contains("SWB")))
        .singleElement()
        .asString()
        .contains("SWB002", "Complete' that it names", "(did you mean 'CallEvent.Completed'?)");
  }

  @Test
  void aMisspeltTypeOfTheUsersOwnIsAnsweredWithTheOneThatWasMeant() {
    Compilation compilation = Compiler.javac()
        .withProcessors(new SwitchboardProcessor())
        .compile(JavaFileObjects.forSourceString("example.Misspelt", """
            package example;

            import dev.switchboard.annotations.EventUrl;
            import dev.switchboard.annotations.VoiceApp;
            import dev.switchboard.webhooks.CallState;
            import dev.switchboard.webhooks.voice.VoiceEvent;

            @VoiceApp(name = "Line")
            class Misspelt {
              @EventUrl
              void event(VoiceEvent event, CallState<Bokking> booking) {}
            }

            record Booking() {}
            """));
    assertThat(compilation.errors().stream()
            .map(error -> error.getMessage(null))
            .filter(text -> text.contains("SWB")))
        .singleElement()
        .asString()
        .contains("SWB002", "Bokking' that it names", "(did you mean 'Booking'?)");
  }

  @Test
  void aMisspeltHandlerClassIsAnsweredWithTheOneThatWasMeant() {
    Compilation compilation = Compiler.javac()
        .withProcessors(new SwitchboardProcessor())
        .compile(JavaFileObjects.forSourceString("example.Misspelt", """
            package example;

            import dev.switchboard.annotations.*;
            import dev.switchboard.webhooks.voice.VoiceEvent;

            @VoiceApp(name = "Line")
            @SwitchboardApp(handlers = {OrderDesk.class, OrderDesc.class})
            class Misspelt {}

            class OrderDesk {
              @EventUrl
              void event(VoiceEvent event) {}
            }
            """));
    assertThat(compilation.errors().stream()
            .map(error -> error.getMessage(null))
            .filter(text -> text.contains("SWB")))
        .singleElement()
        .asString()
        .contains("SWB002", "the class 'OrderDesc' that it lists", "(did you mean 'OrderDesk'?)");
  }
}
