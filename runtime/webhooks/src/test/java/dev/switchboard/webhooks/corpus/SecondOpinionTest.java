package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code types.tsv} against the files themselves, read by Jackson and judged by the platform's documentation, so that
 * the table is not merely what our own classes once said.
 */
class SecondOpinionTest {
  /** What the names of the corpus call a thing that our types call otherwise. */
  private static final Map<String, String> NAMES = Map.of(
      "voice-answer/answer", "AnswerRequest",
      "voice-answer/table", "AnswerRequest",
      "voice-events/success", "PaymentEvent",
      "voice-events/failure", "PaymentEvent",
      "messages-status/dispatch", "DispatchReport",
      "messages-inbound/any", "",
      "rtc-events/get", "Text",
      "verify-events/event", "Attempt");

  @Test
  void theDocumentationGivesTheSameTypes() {
    Corpus corpus = Corpus.open();
    List<String> wrong = new ArrayList<>();
    Table.types().forEach((file, row) -> {
      RawPayload raw = RawPayload.read(corpus, file);
      if (!raw.type().equals(row.type())) {
        wrong.add(file + " is " + raw.type() + ", the table says " + row.type());
      }
      String content = row.fields().get("content:");
      String wanted = raw.content().isEmpty() ? "unknown" : raw.content();
      if (content != null
          && !content
              .toLowerCase(Locale.ROOT)
              .equals(wanted.equals("content") ? "attachments" : wanted)) {
        wrong.add(file + " carries " + wanted + ", the table says " + content);
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void theFilesHaveTheSameValues() {
    Corpus corpus = Corpus.open();
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> checked = new HashMap<>();
    Table.types().forEach((file, row) -> {
      RawPayload raw = RawPayload.read(corpus, file);
      row.fields().forEach((accessor, value) -> {
        if (accessor.endsWith(":")) {
          return;
        }
        String said = raw.said(accessor).orElse("nothing");
        if (!said.equals(value)) {
          wrong.add(file + ": " + accessor + " is " + said + ", the table says " + value);
        }
        checked.merge(file, 1, Integer::sum);
      });
    });
    System.out.printf(
        "second opinion: %d files, %d values%n",
        Table.types().size(),
        checked.values().stream().mapToInt(Integer::intValue).sum());
    assertThat(wrong).isEmpty();
  }

  /** Who collected the files named them by what they are: a third opinion. */
  @Test
  void theNamesOfTheFilesSayTheSame() {
    List<String> wrong = new ArrayList<>();
    Table.types().forEach((file, row) -> {
      String folder = file.substring(0, file.indexOf('/'));
      String name = file.substring(file.indexOf('/') + 1);
      String first = name.substring(0, name.indexOf('-'));
      String word = NAMES.getOrDefault(folder + '/' + first, first);
      if (folder.equals("messages-status") && !word.equals("DispatchReport")) {
        word = name.replaceFirst("^viber-service", "viber").split("-", -1)[1];
      } else if (first.equals("table") && folder.equals("voice-events")) {
        word = name.split("-", -1)[1];
      }
      if (!row.type().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))
          && !row.partial()) {
        wrong.add(file + " should be a " + word + ", the table says " + row.type());
      }
    });
    assertThat(wrong).isEmpty();
  }
}
