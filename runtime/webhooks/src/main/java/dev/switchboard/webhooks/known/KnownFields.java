package dev.switchboard.webhooks.known;

import dev.switchboard.webhooks.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members that the typed accessors of one payload read, and in which shape. What else a payload holds is listed by
 * {@link #unknownIn}. Immutable; each method gives a copy with more.
 *
 * <p>Loaded only by who asks for unknown fields: serving a webhook never touches it.
 */
public final class KnownFields {
  private static final KnownFields NOTHING = new KnownFields(Map.of(), List.of());

  private static final KnownFields TEXT_ITEM = new KnownFields(Map.of(), List.of());

  private final Map<String, Member> members;
  private final List<String> prefixes;

  private KnownFields(Map<String, Member> members, List<String> prefixes) {
    this.members = members;
    this.prefixes = prefixes;
  }

  /** Members read as text, number, boolean or time. */
  public static KnownFields of(String... texts) {
    return NOTHING.texts(texts);
  }

  /** And members read as text, number, boolean or time. */
  public KnownFields texts(String... names) {
    KnownFields more = this;
    for (String name : names) {
      more = more.with(name, member(name).asText());
    }
    return more;
  }

  /** And members given as {@link Json}, whatever is in them. */
  public KnownFields whole(String... names) {
    KnownFields more = this;
    for (String name : names) {
      more = more.with(name, Member.WHOLE);
    }
    return more;
  }

  /** And a member that is an object, or JSON text of one, with these members. */
  public KnownFields object(String name, KnownFields inner) {
    return with(name, member(name).asObject(inner));
  }

  /** And a member that is an array of objects with these members. */
  public KnownFields items(String name, KnownFields item) {
    return with(name, member(name).asItems(item));
  }

  /** And a member that is an array of texts. */
  public KnownFields textItems(String name) {
    return items(name, TEXT_ITEM);
  }

  /** And every text whose name begins so. */
  public KnownFields prefix(String prefix) {
    List<String> more = new ArrayList<>(prefixes);
    more.add(prefix);
    return new KnownFields(members, List.copyOf(more));
  }

  /** All of both. */
  public KnownFields and(KnownFields other) {
    KnownFields more = this;
    for (Map.Entry<String, Member> member : other.members.entrySet()) {
      more = more.with(member.getKey(), member(member.getKey()).and(member.getValue()));
    }
    for (String prefix : other.prefixes) {
      more = more.prefix(prefix);
    }
    return more;
  }

  /**
   * What no accessor reads: members of unknown name, and members of another shape than is read.
   *
   * @return JSON pointers in the order of the document; of a whole unknown subtree its root only
   */
  public List<String> unknownIn(Json json) {
    List<String> unknown = new ArrayList<>();
    walk(json, "", unknown);
    return List.copyOf(unknown);
  }

  private void walk(Json json, String at, List<String> unknown) {
    // By entry: looking each name up again would cost the square of a hostile body's members.
    for (Map.Entry<String, Json> entry : json.members().entrySet()) {
      String name = entry.getKey();
      String pointer = at + '/' + name.replace("~", "~0").replace("/", "~1");
      member(name).check(entry.getValue().nested(), pointer, unknown);
    }
  }

  private void item(Json item, String pointer, List<String> unknown) {
    Member shape = this == TEXT_ITEM ? Member.TEXT : Member.NONE.asObject(this);
    shape.check(item, pointer, unknown);
  }

  private Member member(String name) {
    Member member = members.get(name);
    if (member != null) {
      return member;
    }
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return Member.TEXT;
      }
    }
    return Member.NONE;
  }

  private KnownFields with(String name, Member member) {
    Map<String, Member> more = new HashMap<>(members);
    more.put(name, member);
    return new KnownFields(Map.copyOf(more), prefixes);
  }

  /** In which shapes a member is read. Null says nothing, so every known member may be null. */
  private record Member(
      boolean known,
      boolean text,
      boolean whole,
      @Nullable KnownFields object,
      @Nullable KnownFields items) {
    static final Member NONE = new Member(false, false, false, null, null);
    static final Member TEXT = new Member(true, true, false, null, null);
    static final Member WHOLE = new Member(true, true, true, null, null);

    Member asText() {
      return new Member(true, true, whole, object, items);
    }

    Member asObject(KnownFields inner) {
      return new Member(true, text, whole, object == null ? inner : object.and(inner), items);
    }

    Member asItems(KnownFields item) {
      return new Member(true, text, whole, object, items == null ? item : items.and(item));
    }

    Member and(Member other) {
      Member both =
          new Member(known || other.known, text || other.text, whole || other.whole, object, items);
      both = other.object == null ? both : both.asObject(other.object);
      return other.items == null ? both : both.asItems(other.items);
    }

    void check(Json value, String pointer, List<String> unknown) {
      if (whole || (known && value.isNull())) {
        return;
      }
      if (value.isObject() && object != null) {
        object.walk(value, pointer, unknown);
      } else if (value.isArray() && items != null) {
        int index = 0;
        for (Json item : value.items()) {
          items.item(item, pointer + '/' + index++, unknown);
        }
      } else if (!text || value.isObject() || value.isArray()) {
        unknown.add(pointer);
      }
    }
  }
}
