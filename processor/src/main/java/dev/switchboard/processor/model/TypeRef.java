package dev.switchboard.processor.model;

import java.util.List;

/**
 * The name of a class or interface.
 *
 * @param packageName empty for the unnamed package
 * @param names the outermost class first, the named one last; never empty
 */
public record TypeRef(String packageName, List<String> names) implements Comparable<TypeRef> {

  /** Copies the list. */
  public TypeRef {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("A type has a name.");
    }
  }

  /** Of a package and the names inside it, outermost first. */
  public static TypeRef of(String packageName, String... names) {
    return new TypeRef(packageName, List.of(names));
  }

  /** {@code Completed}. */
  public String simpleName() {
    return names.get(names.size() - 1);
  }

  /** {@code CallEvent.Completed}. */
  public String nestedName() {
    return names.size() == 1 ? names.get(0) : String.join(".", names);
  }

  /** {@code dev.switchboard.webhooks.voice.CallEvent.Completed}. */
  public String qualifiedName() {
    return inPackage(nestedName());
  }

  /** {@code dev.switchboard.webhooks.voice.CallEvent$Completed}. */
  public String binaryName() {
    return inPackage(String.join("$", names));
  }

  /** A class beside the outermost one, named after this one: {@code Outer_InnerRouter}. */
  public TypeRef sibling(String suffix) {
    return new TypeRef(packageName, List.of(String.join("_", names) + suffix));
  }

  private String inPackage(String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }

  @Override
  public int compareTo(TypeRef other) {
    return qualifiedName().compareTo(other.qualifiedName());
  }
}
