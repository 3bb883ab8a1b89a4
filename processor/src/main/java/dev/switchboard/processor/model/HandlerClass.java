package dev.switchboard.processor.model;

import java.util.List;

/**
 * A class with webhook methods: the app itself, or one that the app lists.
 *
 * @param type its name
 * @param shape what kind of class it is
 * @param settings the webhook annotations on the class itself
 * @param methods in source order, inherited ones last
 * @param site where the app names it: the class for the app itself, else the item of {@code handlers}
 */
public record HandlerClass(
    TypeRef type,
    ClassShape shape,
    List<ClassSettings> settings,
    List<HandlerMethod> methods,
    Site site) {

  /** Copies the lists. */
  public HandlerClass {
    settings = List.copyOf(settings);
    methods = List.copyOf(methods);
  }
}
