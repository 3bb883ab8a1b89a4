package dev.switchboard.manifest.scan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a class file says about annotations and lines (Java Virtual Machine Specification, chapter 4).
 *
 * @param name binary name, {@code com.acme.Phone$Line}
 * @param supertypes binary names of the superclass and the interfaces
 * @param source name of the source file, if it was kept
 * @param annotations simple names of the Switchboard annotations on the class
 * @param methods the methods that carry a Switchboard annotation
 */
record ClassFile(
    String name,
    List<String> supertypes,
    Optional<String> source,
    Set<String> annotations,
    List<Method> methods) {
  /**
   * A method with a Switchboard annotation.
   *
   * @param name of the method
   * @param parameters their types as in Java source, packages included, {@code dev.switchboard.CallEvent.Busy}
   * @param line of its first statement, if lines were kept
   * @param annotations simple names of them
   */
  record Method(String name, List<String> parameters, OptionalInt line, Set<String> annotations) {
    /** Whether its parameters are these, each named with or without package. */
    boolean takes(List<String> types) {
      return types.size() == parameters.size()
          && IntStream.range(0, types.size())
              .allMatch(
                  i -> ("." + parameters.get(i)).endsWith("." + types.get(i).strip()));
    }
  }

  /** What every annotation of ours begins with in a constant pool. */
  static final String ANNOTATIONS = "Ldev/switchboard/annotations/";

  /** Whether the class belongs to an app: it or a method of it carries a webhook or app annotation. */
  boolean isAnnotated() {
    return !annotations.isEmpty() || !methods.isEmpty();
  }

  /** Whether an annotation makes it an app. */
  boolean isApp() {
    return annotations.stream().anyMatch(annotation -> annotation.endsWith("App"));
  }

  /**
   * Reads a class file.
   *
   * @throws IndexOutOfBoundsException or {@link IllegalArgumentException} when it is none, or is cut off
   */
  static ClassFile read(byte[] bytes) {
    ClassBytes in = new ClassBytes(bytes);
    in.skip(2); // access flags
    String name = in.className(in.u2());
    List<String> supertypes = new ArrayList<>();
    int superclass = in.u2();
    if (superclass != 0) { // Object and module-info have none.
      supertypes.add(in.className(superclass));
    }
    for (int i = in.u2(); i > 0; i--) {
      supertypes.add(in.className(in.u2()));
    }
    for (int i = in.u2(); i > 0; i--) { // fields: none of our annotations goes on one
      in.skip(6);
      in.attributes((attribute, end) -> {});
    }
    List<Method> methods = new ArrayList<>();
    for (int i = in.u2(); i > 0; i--) {
      method(in).filter(method -> !method.annotations().isEmpty()).ifPresent(methods::add);
    }
    Set<String> annotations = new LinkedHashSet<>();
    String[] source = new String[1];
    in.attributes((attribute, end) -> {
      if (isAnnotationTable(attribute)) {
        annotations.addAll(annotations(in));
      } else if (attribute.equals("SourceFile")) {
        source[0] = in.text(in.u2());
      }
    });
    return new ClassFile(
        name, List.copyOf(supertypes), Optional.ofNullable(source[0]), annotations, methods);
  }

  private static Optional<Method> method(ClassBytes in) {
    int flags = in.u2();
    String name = in.text(in.u2());
    String descriptor = in.text(in.u2());
    Set<String> annotations = new LinkedHashSet<>();
    int[] line = {0};
    in.attributes((attribute, end) -> {
      if (isAnnotationTable(attribute)) {
        annotations.addAll(annotations(in));
      } else if (attribute.equals("Code")) {
        line[0] = firstLine(in);
      }
    });
    // A bridge is the compiler's copy of a method for another erasure; it carries the annotations
    // too.
    boolean synthetic = (flags & 0x1000) != 0;
    OptionalInt first = line[0] == 0 ? OptionalInt.empty() : OptionalInt.of(line[0]);
    return synthetic
        ? Optional.empty()
        : Optional.of(new Method(name, parameters(descriptor), first, annotations));
  }

  private static boolean isAnnotationTable(String attribute) {
    return attribute.equals("RuntimeInvisibleAnnotations")
        || attribute.equals("RuntimeVisibleAnnotations");
  }

  /** Simple names of our annotations in a table, {@code Generated} left out. */
  private static Set<String> annotations(ClassBytes in) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = in.u2(); i > 0; i--) {
      String type = in.annotation();
      if (type.startsWith(ANNOTATIONS)) {
        names.add(type.substring(ANNOTATIONS.length(), type.length() - 1));
      }
    }
    names.removeIf(name -> !name.endsWith("App") && !name.endsWith("Url"));
    return names;
  }

  /** The smallest line of the method's code, 0 if lines were not kept. */
  private static int firstLine(ClassBytes in) {
    in.skip(4); // max stack, max locals
    in.skip(in.length()); // code
    in.skip(8 * in.u2()); // exception table
    int[] line = {0};
    in.attributes((attribute, end) -> {
      if (attribute.equals("LineNumberTable")) {
        for (int i = in.u2(); i > 0; i--) {
          in.skip(2);
          int next = in.u2();
          line[0] = line[0] == 0 ? next : Math.min(line[0], next);
        }
      }
    });
    return line[0];
  }

  private static List<String> parameters(String descriptor) {
    List<String> types = new ArrayList<>();
    for (int at = 1; descriptor.charAt(at) != ')'; at++) {
      int start = at;
      while (descriptor.charAt(at) == '[') {
        at++;
      }
      if (descriptor.charAt(at) == 'L') {
        int end = descriptor.indexOf(';', at);
        types.add(descriptor.substring(at + 1, end).replace('/', '.').replace('$', '.')
            + "[]".repeat(at - start));
        at = end;
      } else {
        types.add(descriptor.substring(
            start, at + 1)); // No handler takes a primitive; only the count matters.
      }
    }
    return types;
  }
}
