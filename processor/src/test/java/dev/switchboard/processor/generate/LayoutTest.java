package dev.switchboard.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final String LONG = "x".repeat(70);

  private static List<String> lines(String line) {
    StringBuilder text = new StringBuilder();
    Layout.append(line, text);
    assertThat(text.toString()).endsWith("\n");
    return text.toString().lines().toList();
  }

  @Test
  void aLineThatFitsStaysWhole() {
    String line = "  int a = call(" + "b".repeat(104) + ");";
    assertThat(line).hasSize(121);
    String fits = line.replaceFirst("b", "");
    assertThat(lines(fits)).containsExactly(fits);
  }

  @Test
  void anAssignmentBreaksBehindItsSign() {
    assertThat(lines("  int " + LONG + " = call(" + LONG + ");"))
        .containsExactly("  int " + LONG + " =", "      call(" + LONG + ");");
  }

  @Test
  void aCaseBreaksBehindItsArrow() {
    assertThat(lines("      case \"/" + LONG + "\" -> Reply.ncco(" + LONG + ");"))
        .containsExactly("      case \"/" + LONG + "\" ->", "          Reply.ncco(" + LONG + ");");
  }

  @Test
  void aConditionBreaksBeforeItsOperator() {
    assertThat(lines("    if (a" + LONG + " && b" + LONG + ") {"))
        .containsExactly("    if (a" + LONG, "        && b" + LONG + ") {");
  }

  @Test
  void aChainOfCallsBreaksBeforeEachButTheFirst() {
    assertThat(lines("    return A.of(" + LONG + ").value(1).number(" + LONG + ");"))
        .containsExactly(
            "    return A.of(" + LONG + ")", "        .value(1)", "        .number(" + LONG + ");");
  }

  @Test
  void argumentsThatFitOnOneLineStayTogether() {
    assertThat(
            lines("  public " + LONG + "(String aaaaaaaaaaaaaaa, String bbbbbbbbbbbbbbbbbbbbbb) {"))
        .containsExactly(
            "  public " + LONG + "(",
            "      String aaaaaaaaaaaaaaa, String bbbbbbbbbbbbbbbbbbbbbb) {");
  }

  @Test
  void argumentsThatDoNotTakeALineEach() {
    assertThat(lines("  call(" + LONG + ", second, " + LONG + ");"))
        .containsExactly("  call(", "      " + LONG + ",", "      second,", "      " + LONG + ");");
  }

  @Test
  void nothingBreaksInsideALiteral() {
    String line = "  call(\"" + LONG + " = , && -> ( \\\" " + LONG + "\");";
    assertThat(lines(line)).containsExactly("  call(", "      " + line.substring(7));
  }

  @Test
  void whatHasNoPlaceToBreakStaysLong() {
    String line = "  " + LONG + LONG + ";";
    assertThat(lines(line)).containsExactly(line);
    assertThat(lines("  " + LONG + LONG + "();")).containsExactly("  " + LONG + LONG + "();");
  }

  @Test
  void whatFitsToTheLastCharacterIsNotBrokenFurther() {
    String inside = "a".repeat(Layout.WIDTH - "      );".length() - ", b".length()) + ", b";
    assertThat(lines("  call(" + inside + ");"))
        .containsExactly("  call(", "      " + inside + ");")
        .allMatch(line -> line.length() <= Layout.WIDTH)
        .anyMatch(line -> line.length() == Layout.WIDTH);
    assertThat(lines("  call(a" + inside + ");"))
        .containsExactly("  call(", "      a" + inside.replace(", b", ","), "      b);");
    String name = "b".repeat(Layout.WIDTH - "      ;".length());
    assertThat(lines("  int a = " + name + ";"))
        .containsExactly("  int a =", "      " + name + ";");
  }

  @Test
  void quotesAndBracketsInLiteralsAreText() {
    String quoted = "\"" + LONG + " \\\\\"";
    assertThat(lines("  call(" + quoted + ", \"(\", " + LONG + ");"))
        .containsExactly(
            "  call(", "      " + quoted + ",", "      \"(\",", "      " + LONG + ");");
    assertThat(lines("  call(f(" + LONG + ", 1), " + LONG + ");"))
        .containsExactly("  call(", "      f(" + LONG + ", 1),", "      " + LONG + ");");
    assertThat(lines("\"" + LONG + " = " + LONG + "\";"))
        .containsExactly("\"" + LONG + " = " + LONG + "\";");
  }

  @Test
  void theCallsInBracketsAreNoChain() {
    assertThat(lines("    return A.of(b.c(1).d(2), " + LONG + ").value(\").x(\", " + LONG + ");"))
        .containsExactly(
            "    return A.of(b.c(1).d(2), " + LONG + ")",
            "        .value(\").x(\", " + LONG + ");");
  }

  @Test
  void whatIsNeverClosedStaysAsItIs() {
    String line = "  call(" + LONG + ", " + LONG;
    assertThat(lines(line)).containsExactly(line);
  }
}
