package dev.switchboard.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.diagnostics.Severity;
import dev.switchboard.processor.model.Site;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue of diagnostics is whole: each rule is used, has a rejected fixture and a page, and no two have one id. */
class CatalogueTest {
  private static final Pattern FACT =
      Pattern.compile("Rests on (?:the platform|Java|Switchboard): [^\n]+\\.$");

  private static final Pattern SECTION = Pattern.compile(
      "## (SWB\\d{3}) ([^\n]+)\n\n(.+?)\n\nBad:\n\n```\\w+\n(.+?)\n```\n\nGood:\n\n```\\w+\n(.+?)\n```\n",
      Pattern.DOTALL);

  @Test
  void idsAreUniqueAndWellFormed() {
    List<String> ids = Arrays.stream(Rule.values()).map(Rule::id).toList();
    assertThat(ids).doesNotHaveDuplicates().isSorted().allMatch(id -> id.matches("SWB\\d{3}"));
  }

  @Test
  void noTwoRulesAreMendedTheSameWay() {
    assertThat(Rule.values()).extracting(Rule::remedy).doesNotHaveDuplicates();
    assertThat(Rule.values()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void eachRuleIsUsed() {
    String code = Fixtures.files(Path.of("src/main/java"), ".java").stream()
        .filter(file -> !file.endsWith("Rule.java"))
        .map(Fixtures::text)
        .collect(Collectors.joining());
    assertThat(Rule.values()).allMatch(rule -> code.contains("Rule." + rule.name()));
  }

  @Test
  void eachRuleHasARejectedFixture() {
    String fixtures = Fixtures.files(Fixtures.REJECTED, ".java").stream()
        .map(Fixtures::text)
        .collect(Collectors.joining());
    assertThat(Rule.values())
        .allMatch(rule ->
            fixtures.contains("expect: " + rule.id()) || fixtures.contains("; " + rule.id()));
  }

  @Test
  void eachRuleHasAPageWithTwoExamples() {
    Matcher sections = SECTION.matcher(Fixtures.text(Path.of("../docs/diagnostics.md")));
    Set<String> described = new HashSet<>();
    while (sections.find()) {
      String id = sections.group(1);
      assertThat(described.add(id)).as("%s once", id).isTrue();
      Rule rule = Arrays.stream(Rule.values())
          .filter(one -> one.id().equals(id))
          .findFirst()
          .orElseThrow();
      assertThat(sections.group(2).endsWith("(warning)"))
          .as(id)
          .isEqualTo(rule.severity() == Severity.WARNING);
      assertThat(FACT.matcher(sections.group(3)).find())
          .as("%s names its fact", id)
          .isTrue();
      assertThat(sections.group(4)).as(id).isNotEqualTo(sections.group(5));
    }
    assertThat(described)
        .isEqualTo(Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.toSet()));
  }

  @Test
  void aMessageIsProblemThenRemedyThenId() {
    assertThat(Rule.METHOD_PRIVATE.at(Site.of("a.B#c()"), "c").text())
        .isEqualTo("'c' is private, so the router cannot call it. Remove 'private'. [SWB210]");
  }

  @Test
  void aWrongNumberOfArgumentsIsABug() {
    Site site = Site.of("a.B");
    assertThatThrownBy(() -> Rule.NAME_MISSING.at(site, "B"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SWB101 takes 2 arguments, not 1");
  }
}
