package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.WebhookKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the methods of a class that the router is to call, inherited ones included. Lives for one round. */
final class WebhookMethods {
  private static final Set<String> WEBHOOKS = Stream.of(WebhookKind.values())
      .map(WebhookKind::annotation)
      .collect(Collectors.toUnmodifiableSet());

  private final Elements elements;
  private final Map<TypeElement, List<Candidate>> known = new HashMap<>();

  WebhookMethods(Elements elements) {
    this.elements = elements;
  }

  /** A method that the router may call, and the element that carries its annotation: itself, or what it overrides. */
  record Candidate(ExecutableElement method, ExecutableElement annotated) {}

  /** Those of a class, own ones first. */
  List<Candidate> of(TypeElement type) {
    return known.computeIfAbsent(type, this::find);
  }

  /** Whether an annotation of that simple name makes a method a webhook, and a class hold the settings of one. */
  static boolean isWebhook(Written annotation) {
    return WEBHOOKS.contains(annotation.name());
  }

  private List<Candidate> find(TypeElement type) {
    Map<ExecutableElement, Candidate> found = new LinkedHashMap<>();
    List<ExecutableElement> seen = new ArrayList<>();
    List<TypeElement> declaring = new ArrayList<>(List.of(type));
    declaring.addAll(TypeReader.ancestors(type));
    for (TypeElement one : declaring) {
      for (ExecutableElement method : ElementFilter.methodsIn(one.getEnclosedElements())) {
        boolean annotated = isWebhook(method);
        Optional<ExecutableElement> overriding = one.equals(type)
            ? Optional.empty()
            : seen.stream()
                .filter(other -> elements.overrides(other, method, type))
                .findFirst();
        ExecutableElement called = overriding.orElse(method);
        if (overriding.isEmpty()) {
          seen.add(method);
        }
        if (annotated) {
          found.putIfAbsent(called, new Candidate(called, method));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean isWebhook(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(
            mirror -> Written.simpleName(mirror).filter(WEBHOOKS::contains).isPresent());
  }
}
