package dev.switchboard.provisioning.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody who mistyped one probably meant. */
public final class Nearest {
  /** Nobody mistypes longer names than this; the comparison is quadratic. */
  private static final int LONGEST = 80;

  private Nearest() {}

  /**
   * The known name closest to {@code typed}, if any is close enough to be meant: at most one edit for each three
   * characters, and one at least. Case and the style of word boundaries do not count.
   */
  public static Optional<String> to(String typed, Collection<String> known) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = plain(typed);
    return known.stream()
        .filter(name -> distance(wanted, plain(name)) <= Math.max(1, wanted.length() / 3))
        .min(Comparator.comparingInt((String name) -> distance(wanted, plain(name)))
            .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String name) {
    return name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
  }

  /** Edits between two names, where swapping neighbours is one edit (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
