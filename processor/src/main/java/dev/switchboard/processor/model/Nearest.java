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
