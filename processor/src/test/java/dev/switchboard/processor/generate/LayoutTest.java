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
}
