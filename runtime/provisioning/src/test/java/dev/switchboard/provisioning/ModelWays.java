package dev.switchboard.provisioning;

import java.util.ArrayList;
import java.util.List;

/** Walks a tree of decisions depth first: each walk replays a prefix and then takes the first way at each fork. */
final class ModelWays {
  private final List<int[]> taken = new ArrayList<>();
  private int at;

  int choose(int ways) {
    if (at == taken.size()) {
      taken.add(new int[] {0, ways});
    }
    return taken.get(at++)[0];
  }

  /** The ways taken, to find a walk again. */
  @Override
  public String toString() {
    return taken.stream().map(way -> Integer.toString(way[0])).toList().toString();
  }

  boolean next() {
    at = 0;
    while (!taken.isEmpty()) {
      int[] last = taken.get(taken.size() - 1);
      if (++last[0] < last[1]) {
        return true;
      }
      taken.remove(taken.size() - 1);
    }
    return false;
  }
}
