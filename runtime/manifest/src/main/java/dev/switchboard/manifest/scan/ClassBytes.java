package dev.switchboard.manifest.scan;

import java.nio.charset.StandardCharsets;

/** The bytes of a class file behind a cursor, and its constant pool. */
final class ClassBytes {
  /** Takes one attribute, with the cursor at the start of its content. */
  @FunctionalInterface
  interface AttributeReader {
    /** {@code end} is where it ends; wherever the cursor is left, reading goes on from there. */
    void read(String name, int end);
  }

  private final byte[] bytes;
  private final int[] constants;
  private int at;

  /** Reads magic, version and constant pool; the cursor is left behind them. */
  ClassBytes(byte[] bytes) {
    this.bytes = bytes;
    if (u2() != 0xCAFE || u2() != 0xBABE) {
      throw new IllegalArgumentException("no magic number");
    }
    skip(4);
    constants = new int[u2()];
    for (int i = 1; i < constants.length; i++) {
      constants[i] = at;
      int tag = u1();
      switch (tag) {
        case 1 -> skip(u2()); // Utf8
        case 7, 8, 16, 19, 20 -> skip(2); // Class, String, MethodType, Module, Package
        case 15 -> skip(3); // MethodHandle
        case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4); // numbers, members, NameAndType, dynamics
        case 5, 6 -> { // Long and Double take two places.
          skip(8);
          i++;
        }
        default -> throw new IllegalArgumentException("constant of kind " + tag);
      }
    }
  }

  int u1() {
    return bytes[at++] & 0xFF;
  }

  int u2() {
    return (u1() << 8) | u1();
  }

  /** A four-byte length; none that fits a file of ours is negative. */
  int length() {
    int length = (u2() << 16) | u2();
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException("cut off");
    }
    return length;
  }

  void skip(int count) {
    if (count > bytes.length - at) {
      throw new IllegalArgumentException("cut off");
    }
    at += count;
  }

  /** The Utf8 constant of an index. Names of classes, members and annotations of users are read the same in UTF-8. */
  String text(int index) {
    int start = constants[index] + 1;
    return new String(bytes, start + 2, u2At(start), StandardCharsets.UTF_8);
  }

  /** The binary name of the Class constant of an index. */
  String className(int index) {
    return text(u2At(constants[index] + 1)).replace('/', '.');
  }

  private int u2At(int start) {
    return ((bytes[start] & 0xFF) << 8) | (bytes[start + 1] & 0xFF);
  }

  void attributes(AttributeReader reader) {
    for (int i = u2(); i > 0; i--) {
      String name = text(u2());
      int length = length();
      int end = at + length;
      reader.read(name, end);
      at = end;
    }
  }

  /** Passes over one annotation and gives its type's descriptor. */
  String annotation() {
    String type = text(u2());
    for (int i = u2(); i > 0; i--) {
      skip(2);
      elementValue();
    }
    return type;
  }

  private void elementValue() {
    switch (u1()) {
      case 'e' -> skip(4);
      case '@' -> annotation();
      case '[' -> {
        for (int i = u2(); i > 0; i--) {
          elementValue();
        }
      }
      default -> skip(2);
    }
  }
}
