package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.Urls;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the URLs of an app can be told apart: by their path on the wire, by their constant in the source. */
final class UrlChecks {
  private UrlChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    return Stream.concat(uniquePaths(urls), uniqueConstants(urls));
  }

  private static Stream<Diagnostic> uniquePaths(Urls urls) {
    Map<String, Url> owners = new HashMap<>();
    return urls.all().stream().flatMap(url -> {
      Url owner = owners.putIfAbsent(url.path(), url);
      return owner == null
          ? Stream.empty()
          : Stream.of(Rule.PATH_TAKEN.at(url.pathSite(), url.path(), spoken(owner)));
    });
  }

  private static String spoken(Url url) {
    return url.kind().provisioned()
        ? url.wireName() + " of " + url.kind().capability().spoken()
        : "the " + url.wireName() + " '" + url.name() + "'";
  }

  private static Stream<Diagnostic> uniqueConstants(Urls urls) {
    Set<String> taken = new HashSet<>(Set.of("ALL"));
    String routes = urls.app().type().sibling("Routes").simpleName();
    return urls.all().stream()
        .filter(url -> !taken.add(url.constant()))
        .map(url -> Rule.CONSTANT_TAKEN.at(
            url.handlers().get(0).site(), url.handlers().get(0).spoken(), url.constant(), routes));
  }
}
