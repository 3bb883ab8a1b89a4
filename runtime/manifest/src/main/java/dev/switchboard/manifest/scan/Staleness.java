package dev.switchboard.manifest.scan;

import dev.switchboard.manifest.Capability;
import dev.switchboard.manifest.Manifest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a manifest says what the classes beside it say: one that is left from an earlier compile does not. Judged by
 * names, not by times, so that a copied or cached folder is judged the same.
 */
final class Staleness {
  /** Annotation by the capability that it switches on. */
  private static final Map<String, String> CAPABILITIES = Map.of(
      "VoiceApp", "voice",
      "MessagesApp", "messages",
      "RtcApp", "rtc",
      "VbcApp", "vbc",
      "VerifyApp", "verify",
      "NetworkApp", "network_apis",
      "VideoApp", "video");

  private final Map<String, ClassFile> annotated;
  private final Map<String, List<String>> supertypes;

  /**
   * Judges by classes.
   *
   * @param annotated those with annotations of ours, by name
   * @param supertypes of all classes that were seen, by name
   */
  Staleness(Map<String, ClassFile> annotated, Map<String, List<String>> supertypes) {
    this.annotated = annotated;
    this.supertypes = supertypes;
  }

  /** What shows that a manifest is stale, for a sentence that begins with it; empty when nothing does. */
  Optional<String> of(Manifest manifest) {
    String app = manifest.app();
    ClassFile type = annotated.get(app);
    if (type == null || !type.isApp()) {
      return Optional
          .empty(); // No class to judge by; that is found without looking into the manifest.
    }
    Set<String> now = type.annotations().stream()
        .map(CAPABILITIES::get)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> then = manifest.application().capabilities().stream()
        .map(Capability::name)
        .collect(Collectors.toCollection(TreeSet::new));
    if (!now.equals(then)) {
      return Optional.of(app + " has the capabilities " + now + ", and the manifest has " + then);
    }
    return Stream.concat(Stream.of(app), manifest.handlers().stream())
        .flatMap(owner -> methods(manifest, owner).stream())
        .findFirst();
  }

  private Optional<String> methods(Manifest manifest, String owner) {
    if (!supertypes.containsKey(owner)) {
      return Optional.empty(); // It lies on a part of the class path that was not looked at.
    }
    Map<String, Integer> routed = new HashMap<>();
    manifest.routes().stream()
        .flatMap(route -> route.handlers().stream())
        .distinct()
        .filter(handler -> handler.startsWith(owner + "#"))
        .forEach(handler -> routed.merge(key(handler), 1, Integer::sum));
    Map<String, Integer> written = new HashMap<>();
    Optional.ofNullable(annotated.get(owner)).stream()
        .flatMap(type -> type.methods().stream())
        .forEach(method -> written.merge(key(method), 1, Integer::sum));
    Optional<String> added = written.entrySet().stream()
        .filter(method -> routed.getOrDefault(method.getKey(), 0) < method.getValue())
        .map(method -> owner + " has a webhook method \"" + name(method.getKey())
            + "\" that the manifest does not have")
        .sorted()
        .findFirst();
    return added.or(() -> removed(owner, routed.keySet()));
  }

  /** A method may be inherited; where a supertype was not seen, nothing is said. */
  private Optional<String> removed(String owner, Set<String> routed) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(owner));
    while (!next.isEmpty()) {
      String name = next.remove();
      if (name.startsWith("java.") || !seen.add(name)) {
        continue;
      }
      if (!supertypes.containsKey(name)) {
        return Optional.empty();
      }
      Optional.ofNullable(annotated.get(name)).stream()
          .flatMap(type -> type.methods().stream())
          .map(Staleness::key)
          .forEach(found::add);
      next.addAll(supertypes.getOrDefault(name, List.of()));
    }
    return routed.stream()
        .filter(method -> !found.contains(method))
        .map(method -> "the manifest has a webhook method \"" + name(method) + "\" that " + owner
            + " does not have")
        .sorted()
        .findFirst();
  }

  /** Name and number of parameters: their types may be type variables, which the manifest does not have. */
  private static String key(ClassFile.Method method) {
    return method.name() + '/' + method.parameters().size();
  }

  private static String key(String handler) {
    String signature = handler.substring(handler.indexOf('#') + 1);
    int open = signature.indexOf('(');
    if (open < 0) {
      return signature + "/0";
    }
    String list = signature.substring(open + 1, signature.lastIndexOf(')'));
    return signature.substring(0, open) + '/' + ClassPathScan.parameters(list).size();
  }

  private static String name(String key) {
    return key.substring(0, key.lastIndexOf('/'));
  }
}
