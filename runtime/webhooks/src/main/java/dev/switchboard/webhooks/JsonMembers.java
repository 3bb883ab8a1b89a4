package dev.switchboard.webhooks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object, in order, in one array of alternating names and values: half the memory of a map, and for
 * the dozen members of a webhook a faster look-up. Names are unique.
 */
final class JsonMembers {
  static final JsonMembers NONE = new JsonMembers(new Object[0]);

  /** From here on a look-up by walking costs more than building an index for it. */
  private static final int INDEX_FROM = 24;

  private final @Nullable Object[] flat;

  /** A bit for the hash of each name: most look-ups ask for what is not there, and this says so without a walk. */
  private final long bits;

  JsonMembers(@Nullable Object[] flat) {
    this(flat, bits(flat));
  }

  /** @param bits the {@link #bit}s of all names */
  JsonMembers(@Nullable Object[] flat, long bits) {
    this.flat = flat;
    this.bits = bits;
  }

  private static long bits(@Nullable Object[] flat) {
    long bits = 0;
    for (int i = 0; i < flat.length; i += 2) {
      bits |= bit((String) Objects.requireNonNull(flat[i]));
    }
    return bits;
  }

  /** One of 64 bits; the hash is kept in the string, which the parser reuses. */
  static long bit(String name) {
    return 1L << ((name.hashCode() * 0x9E3779B9) >>> 26);
  }

  int size() {
    return flat.length / 2;
  }

  String name(int index) {
    return (String) Objects.requireNonNull(flat[2 * index]);
  }

  @Nullable
  Object value(int index) {
    return flat[2 * index + 1];
  }

  /** Index of that name, or -1. */
  int indexOf(String name) {
    if ((bits & bit(name)) == 0) {
      return -1;
    }
    for (int i = 0; i < flat.length; i += 2) {
      if (name.equals(flat[i])) {
        return i / 2;
      }
    }
    return -1;
  }

  JsonMembers with(String name, @Nullable Object value) {
    int index = indexOf(name);
    @Nullable Object[] copy = Arrays.copyOf(flat, index < 0 ? flat.length + 2 : flat.length);
    int at = index < 0 ? flat.length : 2 * index;
    copy[at] = name;
    copy[at + 1] = value;
    return new JsonMembers(copy);
  }

  JsonMembers without(String name) {
    int index = indexOf(name);
    if (index < 0) {
      return this;
    }
    @Nullable Object[] copy = Arrays.copyOf(flat, flat.length - 2);
    System.arraycopy(flat, 2 * index + 2, copy, 2 * index, copy.length - 2 * index);
    return new JsonMembers(copy);
  }

  /** Equal names with equal values, in whatever order: that is what JSON means by an object. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof JsonMembers members) || members.flat.length != flat.length) {
      return false;
    }
    Map<String, Integer> index = members.size() < INDEX_FROM ? Map.of() : members.index();
    for (int i = 0; i < size(); i++) {
      String name = name(i);
      // Members mostly come in the same order; look only where they do not.
      int at = i;
      if (!name.equals(members.flat[2 * i])) {
        Integer indexed = index.get(name);
        at = indexed != null ? indexed : members.indexOf(name);
      }
      if (at < 0 || !JsonTree.same(value(i), members.value(at))) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Integer> index() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < size(); i++) {
      index.put(name(i), i);
    }
    return index;
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += name(i).hashCode() ^ (31 * JsonTree.hash(value(i)));
    }
    return sum;
  }
}
