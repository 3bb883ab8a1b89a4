package dev.switchboard.processor.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler and the runtime know the same limits; the runtime's are read from where they are kept. */
class LimitTest {
  private static final String NCCO = "dev.switchboard.webhooks.ncco.";

  /** Counts of things and bytes, which no builder takes as a number. */
  private static final Set<String> NOT_A_NUMBER =
      Set.of("participants of a conversation", "websocket headers");

  /** As read from the runtime: smallest, largest, whole. */
  private record Known(BigDecimal min, Optional<BigDecimal> max, boolean whole) {}

  @Test
  void theTableIsTheRuntimes() throws ReflectiveOperationException {
    Map<String, Known> runtime = new HashMap<>();
    for (Object range : Class.forName(NCCO + "Range").getEnumConstants()) {
      String option = (String) field(range, "option");
      if (!NOT_A_NUMBER.contains(option)) {
        runtime.put(
            option,
            new Known(
                (BigDecimal) field(range, "min"),
                Optional.ofNullable((BigDecimal) field(range, "max")),
                (Boolean) field(range, "whole")));
      }
    }
    Map<String, Known> compiler = Limit.OF.values().stream()
        .collect(Collectors.toMap(
            Limit::option,
            limit -> new Known(limit.min(), Optional.ofNullable(limit.max()), limit.whole()),
            (a, b) -> {
              assertThat(a).isEqualTo(b);
              return a;
            }));
    assertThat(compiler).isEqualTo(runtime);
  }

  /** The NCCO reference in numbers; both tables above come from it. */
  @ParameterizedTest
  @CsvSource({
    "talk.text, 1, 1500",
    "level, -1, 1",
    "loop, 0,",
    "talk.style, 0,",
    "dtmf.timeOut, 0, 10",
    "dtmf.maxDigits, 1, 20",
    "speech.endOnSilence, 0.4, 10",
    "speech.startTimeout, 1, 60",
    "speech.maxDuration, 1, 60",
    "speech.sensitivity, 10, 100",
    "record.endOnSilence, 3, 10",
    "record.timeOut, 3, 7200",
    "record.channels, 1, 32",
    "connect.timeout, 3, 7200",
    "connect.limit, 1, 7200",
    "advancedMachineDetection.beep_timeout, 45, 120",
    "wait.timeout, 0.1, 7200"
  })
  void theTableIsThePlatforms(String option, BigDecimal min, @Nullable BigDecimal max) {
    assertThat(Limit.OF.values().stream().filter(limit -> limit.option().equals(option)))
        .isNotEmpty()
        .allSatisfy(limit -> {
          assertThat(limit.min()).isEqualByComparingTo(min);
          assertThat(limit.max()).isEqualTo(max);
        });
  }

  @Test
  void everyBuilderMethodWithALimitIsInTheTable() throws ReflectiveOperationException {
    Set<String> refusing = new TreeSet<>();
    for (String type : new String[] {
      "Ncco",
      "TalkAction",
      "StreamAction",
      "InputAction$Start",
      "InputAction",
      "Dtmf",
      "Speech",
      "RecordAction",
      "ConversationAction",
      "ConnectAction",
      "AdvancedMachineDetection",
      "WaitAction",
      "TransferAction",
      "Transcription",
      "WhenAnswered",
      "WebsocketEndpoint"
    }) {
      for (Method method : Class.forName(NCCO + type).getMethods()) {
        Class<?>[] takes = method.getParameterTypes();
        if (takes.length == 1
            && Set.of(int.class, double.class, Duration.class).contains(takes[0])
            && method.getDeclaringClass().getName().equals(NCCO + type)) {
          refusing.add(type.replaceFirst(".*\\$", "") + "." + method.getName());
        }
      }
    }
    refusing.add("Ncco.talk");
    assertThat(Limit.OF.keySet()).containsExactlyInAnyOrderElementsOf(refusing);
  }

  @Test
  void aTextIsCountedAsTheRuntimeCounts() throws ReflectiveOperationException {
    Method counts = Class.forName(NCCO + "Ssml").getDeclaredMethod("spokenLength", String.class);
    counts.setAccessible(true);
    for (String text : Arrays.asList(
        "",
        "plain",
        "a < b > c",
        "\uD83D\uDE00",
        " <speak>a<break time='1s'/>b</speak>",
        "<speak>\uD83D\uDE00 a > b")) {
      assertThat(NccoScanner.spokenLength(text)).as(text).isEqualTo(counts.invoke(null, text));
    }
  }

  @Test
  void boundsBelongToTheRange() {
    Limit timeOut = Limit.of("RecordAction", "timeOut").orElseThrow();
    assertThat(timeOut.words()).isEqualTo("3 to 7200 whole seconds");
    Function<String, Boolean> allows = number -> timeOut.allows(new BigDecimal(number));
    assertThat(allows.apply("2")).isFalse();
    assertThat(allows.apply("3")).isTrue();
    assertThat(allows.apply("7200.0")).isTrue();
    assertThat(allows.apply("7201")).isFalse();
    assertThat(allows.apply("3.5")).isFalse();
    Limit style = Limit.of("TalkAction", "style").orElseThrow();
    assertThat(style.words()).isEqualTo("0 or more");
    assertThat(style.allows(BigDecimal.valueOf(Long.MAX_VALUE))).isTrue();
    assertThat(Limit.of("Speech", "endOnSilence").orElseThrow().words())
        .isEqualTo("0.4 to 10 seconds");
  }

  private static Object field(Object range, String name) throws ReflectiveOperationException {
    var field = range.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(range);
  }
}
