package dev.switchboard.webhooks.ncco;

import static dev.switchboard.webhooks.ncco.Finding.Severity.ERROR;
import static dev.switchboard.webhooks.ncco.Finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Every rule, broken once in an NCCO that was valid, is reported under its number, at its place, as grave as it is, and
 * nothing else is called an error. No rule is left out: {@link #noRuleIsLeftOut} holds the lists of {@link Breaches} and below against {@link Rule},
 * and {@link #everyRuleIsBroken} and {@link #everyLimitIsBroken} demand of each run that it broke every one.
 */
class NccoBreachesTest {
  private static final String APP = "'endpoint':[{'type':'app','user':'a'}]";

  /** Where each range of numbers counts: the action with {@code N} for the number, and the pointer after it. */
  private static final Map<String, Range> NUMBERS = new LinkedHashMap<>();

  static {
    NUMBERS.put("{'action':'talk','text':'x','level':N}/level", Range.LEVEL);
    NUMBERS.put("{'action':'stream','streamUrl':['/x'],'level':N}/level", Range.LEVEL);
    NUMBERS.put("{'action':'talk','text':'x','loop':N}/loop", Range.LOOP);
    NUMBERS.put("{'action':'stream','streamUrl':['/x'],'loop':N}/loop", Range.LOOP);
    NUMBERS.put("{'action':'talk','text':'x','style':N}/style", Range.STYLE);
    NUMBERS.put(
        "{'action':'input','type':['dtmf'],'dtmf':{'timeOut':N}}/dtmf/timeOut",
        Range.DTMF_TIME_OUT);
    NUMBERS.put(
        "{'action':'input','type':['dtmf'],'dtmf':{'maxDigits':N}}/dtmf/maxDigits",
        Range.DTMF_MAX_DIGITS);
    String speech = "{'action':'input','type':['speech'],'speech':{'%1$s':N}}/speech/%1$s";
    NUMBERS.put(speech.formatted("endOnSilence"), Range.SPEECH_END_ON_SILENCE);
    NUMBERS.put(speech.formatted("startTimeout"), Range.SPEECH_START_TIMEOUT);
    NUMBERS.put(speech.formatted("maxDuration"), Range.SPEECH_MAX_DURATION);
    NUMBERS.put(speech.formatted("sensitivity"), Range.SPEECH_SENSITIVITY);
    NUMBERS.put("{'action':'record','endOnSilence':N}/endOnSilence", Range.RECORD_END_ON_SILENCE);
    NUMBERS.put("{'action':'record','timeOut':N}/timeOut", Range.RECORD_TIME_OUT);
    NUMBERS.put(
        "{'action':'record','split':'conversation','channels':N}/channels", Range.RECORD_CHANNELS);
    NUMBERS.put("{'action':'connect'," + APP + ",'timeout':N}/timeout", Range.CONNECT_TIMEOUT);
    NUMBERS.put("{'action':'connect'," + APP + ",'limit':N}/limit", Range.CONNECT_LIMIT);
    NUMBERS.put(
        "{'action':'connect'," + APP
            + ",'advancedMachineDetection':{'beep_timeout':N}}/advancedMachineDetection/beep_timeout",
        Range.BEEP_TIMEOUT);
    NUMBERS.put("{'action':'wait','timeout':N}/timeout", Range.WAIT_TIMEOUT);
  }

  private static Breach numbered(String place, Rule rule, BigDecimal number) {
    String filled = place.replace("N", number.toPlainString());
    int end = filled.lastIndexOf('}') + 1;
    Breach breach = Breach.of(rule, filled.substring(end), filled.substring(0, end));
    // The platform takes the nearest of a wait; and what no keys at all mean, nobody says.
    boolean mild =
        rule == Rule.WAIT_TIMEOUT || (rule == Rule.DTMF_MAX_DIGITS && number.signum() == 0);
    return mild ? breach.as(WARNING) : breach;
  }

  /** What is counted rather than said: characters, legs, bytes. By rule, then how many of what and where. */
  private static Arbitrary<Breach> counts() {
    Arbitrary<Integer> over = Arbitraries.integers().between(1, 2000);
    Arbitrary<String> letter = Arbitraries.of("x", "é", "\uD83C\uDF55");
    Arbitrary<Breach> texts = Combinators.combine(over, letter, Arbitraries.of(true, false))
        .as((more, x, ssml) -> Breach.of(
            Rule.TEXT_TOO_LONG,
            "/text",
            "{'action':'talk','text':'",
            ssml
                ? "<speak><s>" + x.repeat(1500) + "</s>" + x.repeat(more) + "</speak>"
                : x.repeat(1500 + more),
            "'}"));
    Arbitrary<Breach> silent = Arbitraries.of("", "<speak></speak>", "<speak><s/></speak>")
        .map(text -> Breach.of(Rule.TALK_TEXT, "/text", "{'action':'talk','text':'", text, "'}"));
    Arbitrary<Breach> legs = Combinators.combine(
            Arbitraries.integers().between(51, 200),
            Arbitraries.of("canSpeak", "canHear"),
            Arbitraries.of(
                "{'action':'conversation','name':'x'", "{'action':'transfer','conversationId':'C'"))
        .as((count, list, action) -> Breach.of(
            Rule.PARTICIPANTS,
            "/" + list,
            action,
            ",'" + list + "':[" + "'a',".repeat(count - 1) + "'a']}"));
    Arbitrary<Breach> bytes = Combinators.combine(over, letter)
        .as((more, x) -> Breach.of(
            Rule.WEBSOCKET_HEADERS,
            "/endpoint/0/headers",
            "{'action':'connect','endpoint':[{'type':'websocket','uri':'wss://x','headers':{'a':'",
            x + "x".repeat(512 - "{'a':''}".length() - 1 + more),
            "'}}]}"));
    return Arbitraries.oneOf(texts, silent, legs, bytes);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return AnyNcco.steps();
  }

  @Provide
  Arbitrary<Breach> ofRules() {
    return Arbitraries.of(Stream.of(Breaches.combinations(), Breaches.forms())
        .flatMap(List::stream)
        .toList());
  }

  @Provide
  Arbitrary<Breach> ofLimits() {
    Arbitrary<Breach> numbers = Arbitraries.of(NUMBERS.entrySet())
        .flatMap(place -> outside(place.getValue())
            .map(number -> numbered(place.getKey(), place.getValue().rule(), number)));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, numbers), net.jqwik.api.Tuple.of(1, counts()));
  }

  /** A number just outside, or far outside. */
  private static Arbitrary<BigDecimal> outside(Range range) {
    BigDecimal step = range.isWhole() ? BigDecimal.ONE : new BigDecimal("0.01");
    List<BigDecimal> next = new ArrayList<>(List.of(range.min().subtract(step)));
    BigDecimal max = range.max();
    if (max != null) {
      next.add(max.add(step));
    }
    BigDecimal far = BigDecimal.valueOf(100_000);
    Arbitrary<BigDecimal> anywhere = Arbitraries.bigDecimals()
        .between(far.negate(), far)
        .ofScale(1)
        .map(number -> range.isWhole() ? new BigDecimal(number.toBigInteger()) : number)
        .filter(number -> !range.contains(number));
    return Arbitraries.oneOf(Arbitraries.of(next), anywhere);
  }

  @Property(tries = 1500)
  void everyRuleIsBroken(
      @ForAll("steps") List<Step> steps, @ForAll("ofRules") Breach breach, @ForAll int where) {
    assertReported(steps, breach, where);
    Statistics.label("rules")
        .collect(breach.rule())
        .coverage(seen -> EnumSet.allOf(Rule.class).stream()
            .filter(rule -> rule.number() < 101 || rule.number() > 200)
            .filter(rule -> rule != Rule.TEXT_TOO_LONG)
            .forEach(rule -> seen.check(rule).count(count -> count > 0)));
  }

  @Property(tries = 1500)
  void everyLimitIsBroken(
      @ForAll("steps") List<Step> steps, @ForAll("ofLimits") Breach breach, @ForAll int where) {
    assertReported(steps, breach, where);
    Statistics.label("limits")
        .collect(breach.rule())
        .coverage(seen -> EnumSet.allOf(Range.class)
            .forEach(range -> seen.check(range.rule()).count(count -> count > 0)));
  }

  /** Puts the breach between two steps: it is found there, was not there before, and every error is of that rule. */
  private static void assertReported(List<Step> steps, Breach breach, int where) {
    int at = breach.last() ? steps.size() : Math.floorMod(where, steps.size() + 1);
    List<Json> actions = new ArrayList<>();
    steps.subList(0, at).forEach(step -> step.actions().forEach(a -> actions.add(a.json())));
    int index = actions.size() + breach.action();
    actions.addAll(Json.parse('[' + breach.actions() + ']').items());
    steps
        .subList(at, steps.size())
        .forEach(step -> step.actions().forEach(a -> actions.add(a.json())));
    List<Finding> found = NccoChecker.check(Json.array(actions));
    assertThat(found).anySatisfy(finding -> {
      assertThat(finding.rule()).isEqualTo(breach.rule());
      assertThat(finding.pointer()).isEqualTo("/" + index + breach.pointer());
      assertThat(finding.severity()).isEqualTo(breach.severity());
    });
    assertThat(count(found, breach.rule()))
        .as("findings of the rule, beside those of the valid NCCO")
        .isGreaterThan(count(AnyNcco.of(steps).check(), breach.rule()));
    assertThat(found)
        .filteredOn(finding -> finding.severity() == ERROR)
        .allMatch(finding -> finding.rule() == breach.rule());
  }

  private static long count(List<Finding> findings, Rule rule) {
    return findings.stream().filter(finding -> finding.rule() == rule).count();
  }

  @Property(tries = 300)
  void whatIsJustWithinItsRangeIsNotReported(@ForAll("limits") Breach place) {
    assertThat(NccoChecker.check(Json.parse('[' + place.actions() + ']')))
        .noneMatch(finding -> finding.rule() == place.rule())
        .noneMatch(finding -> finding.severity() == ERROR);
  }

  @Provide
  Arbitrary<Breach> limits() {
    return Arbitraries.of(NUMBERS.entrySet()).flatMap(place -> {
      BigDecimal max = place.getValue().max();
      return Arbitraries.of(place.getValue().min(), max == null ? BigDecimal.TEN : max)
          .map(number -> numbered(place.getKey(), place.getValue().rule(), number));
    });
  }

  /** The root is no place between two actions, so that part of rule 1 stands by itself. */
  @Example
  void theRootIsAnArrayWithAnAction() {
    for (String root :
        List.of("[]", "{}", "{\"action\":\"talk\",\"text\":\"x\"}", "\"talk\"", "7", "null")) {
      assertThat(NccoChecker.check(Json.parse(root)))
          .as(root)
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.KNOWN_ACTIONS);
            assertThat(finding.pointer()).isEmpty();
            assertThat(finding.severity()).isEqualTo(ERROR);
          });
    }
  }

  @Example
  void noRuleIsLeftOut() {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    Stream.of(Breaches.combinations(), Breaches.forms())
        .flatMap(List::stream)
        .map(Breach::rule)
        .forEach(broken::add);
    NUMBERS.values().stream().map(Range::rule).forEach(broken::add);
    // counts() has these, and everyLimitIsBroken demands them by Range
    broken.addAll(
        EnumSet.of(Rule.TEXT_TOO_LONG, Rule.TALK_TEXT, Rule.PARTICIPANTS, Rule.WEBSOCKET_HEADERS));
    assertThat(broken).containsExactlyInAnyOrder(Rule.values());
    for (int number = 1; number <= 17; number++) {
      int wanted = number;
      assertThat(broken).as("rule %s", number).anyMatch(rule -> rule.number() == wanted);
    }
  }
}
