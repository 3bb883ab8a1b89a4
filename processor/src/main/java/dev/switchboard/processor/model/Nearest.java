package dev.switchboard.processor.model;

import java.util.Collection;
import java.util.Optional;

/** Which of some names a misspelt one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The name with the fewest letters to insert, remove, replace or swap with their neighbour; the first of several. None, where that would be
   * more than a third of the letters, or more than three.
   */
  public static Optional<String> to(String wrong, Collection<String> names) {
    int best = Math.min(3, wrong.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : names) {
      int distance = distance(wrong, name);
      if (distance < best) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  /**
   * Whether one name looks like the other mistyped: two letters swapped, or one missing before the last. A letter replaced by another makes a
   * new name too often ({@code api-key}, {@code app-key}), as a letter or digit at the end does.
   */
  public static boolean isSlip(String one, String other) {
    if (one.length() != other.length()) {
      String shorter = one.length() < other.length() ? one : other;
      String longer = one.length() < other.length() ? other : one;
      return distance(one, other) == 1
          && shorter.charAt(shorter.length() - 1) == longer.charAt(longer.length() - 1)
          && longer.chars().noneMatch(Character::isDigit);
    }
    int first = 0;
    while (first < one.length() && one.charAt(first) == other.charAt(first)) {
      first++;
    }
    return first + 1 < one.length() && isSwapped(one, other, first);
  }

  private static boolean isSwapped(String one, String other, int at) {
    return one.charAt(at) == other.charAt(at + 1)
        && one.charAt(at + 1) == other.charAt(at)
        && Character.isLetter(one.charAt(at))
        && Character.isLetter(other.charAt(at))
        && one.substring(at + 2).equals(other.substring(at + 2));
  }

  /** Row by row, as in every textbook (optimal string alignment). */
  private static int distance(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(one, i, other, j, rows);
      }
    }
    return rows[one.length()][other.length()];
  }

  private static int step(String one, int i, String other, int j, int[][] rows) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least =
        Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped = i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
