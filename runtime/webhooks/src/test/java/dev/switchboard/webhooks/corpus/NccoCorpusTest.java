package dev.switchboard.webhooks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.ncco.Action;
import dev.switchboard.webhooks.ncco.Finding;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.ncco.PayAction;
import dev.switchboard.webhooks.ncco.Rule;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** NCCOs that others wrote: read, typed, rebuilt of their typed actions, written without loss, and judged. */
class NccoCorpusTest {
  private static final URI BASE = URI.create("https://pizza.example");

  /** What somebody wrote, and no document of the platform knows. */
  private static final Set<String> UNDOCUMENTED = Set.of(
      "ConnectAction/endpoint/*/user", // of a phone
      "ConversationAction/musicOnHold",
      "InputAction/speech/provider",
      "StreamAction/eventMethod",
      "StreamAction/eventUrl/*",
      "TalkAction/voice_name");

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

  /** Each scalar of each action is read by a typed accessor, or the checker says that this version does not know it. */
  @Test
  void accountsForEveryOption() {
    Corpus corpus = Corpus.open();
    Map<String, String> read = new TreeMap<>();
    Set<String> unknown = new TreeSet<>();
    Set<String> missed = new TreeSet<>();
    for (String kind : List.of("ncco/valid", "ncco/actions", "ncco/invalid")) {
      for (String name : corpus.files(kind)) {
        Json json = Json.parse(corpus.bytes(name));
        List<Json> actions = json.isArray() ? json.items() : List.of(json);
        for (Json one : actions) {
          account(name, Action.read(one), read, unknown, missed);
        }
      }
    }
    System.out.printf("ncco options: %d read by an accessor, unknown %s%n", read.size(), unknown);
    if (Boolean.getBoolean("switchboard.corpus.print")) {
      read.forEach((option, accessor) -> System.out.println("READ\t" + option + '\t' + accessor));
    }
    assertThat(missed).as("called known, and no accessor reads it").isEmpty();
    assertThat(unknown)
        .as("options that no accessor reads: none is documented")
        .isEqualTo(UNDOCUMENTED);
  }

  /** That accessor takes the name of the error, so reflection cannot ask it. */
  private static boolean isErrorOfPay(Action action, String pointer) {
    String[] steps = pointer.split("/", -1);
    return action instanceof PayAction pay
        && steps.length == 6
        && steps[3].equals("errors")
        && pay.prompts().get(Integer.parseInt(steps[2])).error(steps[4]).isPresent();
  }

  private static void account(
      String name,
      Action action,
      Map<String, String> read,
      Set<String> unknown,
      Set<String> missed) {
    if (action instanceof Action.Other) {
      return; // refused by the platform, and kept as it is
    }
    List<String> notKnown = Ncco.read(Json.array(List.of(action.json()))).check().stream()
        .filter(finding -> finding.rule() == Rule.UNKNOWN_OPTION)
        .map(finding -> finding.pointer().substring("/0".length()))
        .toList();
    Map<String, String> said = Accessors.of(action);
    for (String pointer : Leaves.pointers(action.json())) {
      String option = action.getClass().getSimpleName() + pointer.replaceAll("/\\d+(?=/|$)", "/*");
      if (notKnown.stream().anyMatch(u -> pointer.equals(u) || pointer.startsWith(u + "/"))) {
        unknown.add(option);
        continue;
      }
      Optional<String> accessor = Leaves.variants(action.json(), pointer).stream()
          .map(Action::read)
          .filter(variant -> variant.getClass() == action.getClass())
          .map(variant -> Accessors.difference(said, Accessors.of(variant)))
          .flatMap(Optional::stream)
          .findFirst();
      if (accessor.isPresent()) {
        read.putIfAbsent(option, accessor.get());
      } else if (!pointer.equals("/action") && !isErrorOfPay(action, pointer)) {
        missed.add(name + ' ' + pointer);
      }
    }
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
