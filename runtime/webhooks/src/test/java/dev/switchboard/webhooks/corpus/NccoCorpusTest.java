package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.ncco.Action;
import dev.switchboard.webhooks.ncco.Finding;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.ncco.Rule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** NCCOs that others wrote: read, typed, rebuilt of their typed actions, written without loss, and judged. */
class NccoCorpusTest {
  private static final URI BASE = URI.create("https://pizza.example");

  private static void survives(String name, Ncco ncco, Json original) {
    List<Action> actions = ncco.actions();
    assertThat(actions).as(name).isNotEmpty();
    Ncco rebuilt =
        Ncco.of(actions.get(0), actions.subList(1, actions.size()).toArray(Action[]::new));
    // No normalisation is applied: placeholders, texts for numbers and plain strings for arrays
    // stay as they are.
    assertThat(Json.parse(rebuilt.write(BASE))).as(name).isEqualTo(original);
  }

  @Test
  void wholeNccosSurvive() {
    Corpus corpus = Corpus.open();
    List<String> files = corpus.files("ncco/valid");
    for (String name : files) {
      Json original = Json.parse(corpus.bytes(name));
      Ncco ncco = Ncco.parse(corpus.bytes(name));
      assertThat(ncco.actions()).as(name).noneMatch(action -> action instanceof Action.Other);
      survives(name, ncco, original);
    }
    System.out.println("ncco/valid: " + files.size()
        + " files, parsed, typed, equal after round trip; " + judged(corpus, files));
  }

  @Test
  void singleActionsSurvive() {
    Corpus corpus = Corpus.open();
    List<String> files = corpus.files("ncco/actions");
    for (String name : files) {
      Json action = Json.parse(corpus.bytes(name));
      Ncco ncco = Ncco.read(Json.array(List.of(action)));
      assertThat(ncco.actions()).as(name).noneMatch(one -> one instanceof Action.Other);
      survives(name, ncco, ncco.json());
    }
    System.out.println("ncco/actions: " + files.size()
        + " files, parsed, typed, equal after round trip; " + judged(corpus, files));
  }

  @Test
  void whatThePlatformRefusesIsReported() {
    Corpus corpus = Corpus.open();
    List<String> files = corpus.files("ncco/invalid");
    for (String name : files) {
      Ncco ncco = Ncco.parse(corpus.bytes(name));
      assertThat(ncco.check()).as(name).anySatisfy(finding -> {
        assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(finding.rule()).isEqualTo(Rule.KNOWN_ACTIONS);
      });
    }
    System.out.println(
        "ncco/invalid: " + files.size() + " files, reported; " + judged(corpus, files));
  }

  /** How often each rule is reported as what. */
  private static String judged(Corpus corpus, List<String> files) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String name : files) {
      Json json = Json.parse(corpus.bytes(name));
      for (Finding finding :
          Ncco.read(json.isArray() ? json : Json.array(List.of(json))).check()) {
        counts.merge(finding.severity() + " " + finding.rule(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }
}
