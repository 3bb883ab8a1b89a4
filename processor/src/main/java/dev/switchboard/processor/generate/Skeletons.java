package dev.switchboard.processor.generate;

import dev.switchboard.processor.model.Url;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a broken app can still be given a name. */
final class Skeletons {
  private Skeletons() {}

  /** The URLs whose constants do not clash with one before, nor with the list of all. */
  static List<Url> named(List<Url> urls) {
    Set<String> taken = new HashSet<>(Set.of(RoutesGenerator.ALL));
    return urls.stream().filter(url -> taken.add(url.constant())).toList();
  }
}
