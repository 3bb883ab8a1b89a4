package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything one app declares.
 *
 * @param type the annotated class
 * @param names the names written on its annotations, in source order; one, in an app that is right
 * @param prefix of default paths, if written
 * @param improveAi whether content may be used for AI services, if written
 * @param numbers names of numbers, in source order
 * @param capabilities in the order of {@link CapabilityKind}
 * @param texts settings in which placeholders may stand, in source order
 * @param classes the app first, then its handler classes in the order it lists them
 * @param provisioning whether deploy-time code is on the compile class path
 * @param suppressed warnings switched off on the app or around it
 * @param site the class
 */
public record AppModel(
    TypeRef type,
    List<Setting<String>> names,
    Optional<Setting<String>> prefix,
    Optional<Setting<Boolean>> improveAi,
    List<Setting<String>> numbers,
    List<CapabilityModel> capabilities,
    List<LabelledText> texts,
    List<HandlerClass> classes,
    boolean provisioning,
    SortedSet<String> suppressed,
    Site site) {

  /** The prefix of default paths, unless the app states one. */
  public static final String DEFAULT_PREFIX = "/webhooks";

  /**
   * A text in which placeholders may stand.
   *
   * @param label what it is, as a message says it: {@code name}, {@code redirectUri}
   * @param text as written
   */
  public record LabelledText(String label, Setting<String> text) {}

  /** Copies the collections. */
  public AppModel {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    capabilities = List.copyOf(capabilities);
    texts = List.copyOf(texts);
    classes = List.copyOf(classes);
    suppressed = Collections.unmodifiableSortedSet(new TreeSet<>(suppressed));
  }

  /** The app class itself. */
  public HandlerClass app() {
    return classes.get(0);
  }

  /** The classes it lists. */
  public List<HandlerClass> listed() {
    return classes.subList(1, classes.size());
  }

  /** Every class once, even if the app lists it twice. */
  public List<HandlerClass> distinctClasses() {
    if (classes.size() == 1) {
      return classes;
    }
    Set<TypeRef> seen = new HashSet<>();
    return classes.stream().filter(one -> seen.add(one.type())).toList();
  }

  /** Every handler method, in source order. */
  public List<HandlerMethod> methods() {
    List<HandlerMethod> methods = new ArrayList<>();
    distinctClasses().forEach(one -> methods.addAll(one.methods()));
    return methods;
  }

  /** That capability, if the app has it. */
  public Optional<CapabilityModel> capability(CapabilityKind kind) {
    for (CapabilityModel one : capabilities) {
      if (one.kind() == kind) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Whether the app has that capability. */
  public boolean has(CapabilityKind kind) {
    return capability(kind).isPresent();
  }

  /** Whether the platform signs what it sends to URLs of that kind, as far as a flag decides it. */
  public boolean signs(WebhookKind kind) {
    return !kind.signedByFlag()
        || capability(kind.capability())
            .map(one -> one.flag("signedCallbacks", true))
            .orElse(true);
  }

  /** The prefix of default paths. */
  public String pathPrefix() {
    return prefix.map(Setting::value).orElse(DEFAULT_PREFIX);
  }

  /** The placeholders in its settings, each once, in source order. */
  public List<Placeholders.Use> placeholders() {
    return Placeholders.uses(texts);
  }
}
