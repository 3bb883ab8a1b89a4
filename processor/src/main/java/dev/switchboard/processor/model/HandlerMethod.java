package dev.switchboard.processor.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A method that the platform calls through the router. Reading is total: a method that breaks every rule is still one of these.
 *
 * @param annotation simple name of the webhook annotation
 * @param settings what the annotation says
 * @param owner the class on whose instance the router calls it
 * @param declaredIn the class that declares it; another one than the owner when it is inherited
 * @param name its name
 * @param parameters in order
 * @param returns what it gives back
 * @param reach whether the router can call it
 * @param checked whether it declares a checked exception
 * @param lints what the compiler says of code that calls it
 * @param suppressed warnings switched off here or around it
 * @param site the method
 * @param annotationSite the annotation
 */
public record HandlerMethod(
    String annotation,
    UrlSettings settings,
    TypeRef owner,
    TypeRef declaredIn,
    String name,
    List<Parameter> parameters,
    Returns returns,
    Reach reach,
    boolean checked,
    List<Lint> lints,
    SortedSet<String> suppressed,
    Site site,
    Site annotationSite) {

  /** Copies the collections. */
  public HandlerMethod {
    parameters = List.copyOf(parameters);
    lints = List.copyOf(lints);
    suppressed = Collections.unmodifiableSortedSet(new TreeSet<>(suppressed));
  }

  /** The first parameter. */
  public Optional<Parameter> first() {
    return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.get(0));
  }

  /** The type of the first parameter, if that is a payload. */
  public Optional<PayloadType> payload() {
    return first()
        .filter(parameter -> parameter.role() == Parameter.Role.PAYLOAD)
        .flatMap(Parameter::payload);
  }

  /** The type of the content it wants, if it wants a particular one. */
  public Optional<PayloadType> content() {
    for (Parameter parameter : parameters) {
      if (parameter.role() == Parameter.Role.CONTENT) {
        return parameter.payload().filter(type -> !type.ref().equals(PayloadNames.CONTENT));
      }
    }
    return Optional.empty();
  }

  /** Whether it asks for something that only the request has. */
  public boolean wantsRequest() {
    return asksFor(Parameter.Role.REQUEST) || asksFor(Parameter.Role.STATE);
  }

  /** Whether one of its parameters has that role. */
  public boolean asksFor(Parameter.Role role) {
    for (Parameter parameter : parameters) {
      if (parameter.role() == role) {
        return true;
      }
    }
    return false;
  }

  /** {@code hungUp(CallEvent.Completed)}. */
  public String signature() {
    return name
        + parameters.stream().map(Parameter::type).collect(Collectors.joining(",", "(", ")"));
  }

  /** As a message names it: {@code hungUp}, or {@code BaseLine.hungUp} when it is inherited. */
  public String spoken() {
    return owner.equals(declaredIn) ? name : declaredIn.nestedName() + "." + name;
  }
}
