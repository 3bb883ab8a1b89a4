package dev.switchboard.processor.model;

/**
 * A symbolic source address, such as {@code acme.Ivr#greet(AnswerRequest) / AnswerUrl / value}. Only the compiler side can turn it back
 * into a position, which keeps the rules free of the compiler.
 *
 * @param element a class, method or parameter, in a form that only the reader and its index need to understand
 * @param annotation simple name; empty for the element itself
 * @param attribute member of the annotation, with {@code [n]} for an item of an array; empty for the annotation itself
 */
public record Site(String element, String annotation, String attribute) {

  /** The element itself. */
  public static Site of(String element) {
    return new Site(element, "", "");
  }

  /** An annotation on this site's element. */
  public Site at(String annotationName) {
    return new Site(element, annotationName, "");
  }

  /** A member of this site's annotation. */
  public Site member(String name) {
    return new Site(element, annotation, name);
  }

  /** An item of a member of this site's annotation. */
  public Site item(String name, int index) {
    return new Site(element, annotation, name + "[" + index + "]");
  }

  /** The place of an item in its member, from 0; 0 where it is no item. */
  public int index() {
    int bracket = attribute.indexOf('[');
    return bracket < 0
        ? 0
        : Integer.parseInt(attribute.substring(bracket + 1, attribute.length() - 1));
  }
}
