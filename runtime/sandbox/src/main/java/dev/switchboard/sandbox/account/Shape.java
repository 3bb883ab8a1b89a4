package dev.switchboard.sandbox.account;

import dev.switchboard.sandbox.web.Problems.Invalid;
import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a part of a request body may look like. Unknown members of {@link Members} are looked for before all else. */
sealed interface Shape {
  /** Adds what is wrong with a value to a list. */
  void check(String path, Json value, List<Invalid> wrong);

  /** Anything at all: what the platform keeps for other products. */
  record Anything() implements Shape {
    @Override
    public void check(String path, Json value, List<Invalid> wrong) {}
  }

  /** A text, perhaps one of a few. */
  record Text(List<String> values) implements Shape {
    @Override
    public void check(String path, Json value, List<Invalid> wrong) {
      if (!value.isText()) {
        wrong.add(new Invalid(path, "must be a string"));
      } else if (!values.isEmpty() && !values.contains(value.text().orElse(""))) {
        wrong.add(new Invalid(path, "must be one of: " + String.join(", ", values)));
      }
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public void check(String path, Json value, List<Invalid> wrong) {
      if (!value.isFlag()) {
        wrong.add(new Invalid(path, "must be true or false"));
      }
    }
  }

  /** A whole number within limits. */
  record Whole(int least, int most) implements Shape {
    @Override
    public void check(String path, Json value, List<Invalid> wrong) {
      boolean fits = value.isNumber()
          && value
              .decimal()
              .filter(number -> number.stripTrailingZeros().scale() <= 0)
              .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
              .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
              .isPresent();
      if (!fits) {
        wrong.add(new Invalid(path, "must be a whole number between " + least + " and " + most));
      }
    }
  }

  /** A list of one shape. */
  record Items(Shape item) implements Shape {
    @Override
    public void check(String path, Json value, List<Invalid> wrong) {
      if (!value.isArray()) {
        wrong.add(new Invalid(path, "must be an array"));
        return;
      }
      List<Json> items = value.items();
      for (int i = 0; i < items.size(); i++) {
        item.check(path + "[" + i + "]", items.get(i), wrong);
      }
    }
  }

  /** An object of known members, all of them optional. */
  record Members(Map<String, Shape> members) implements Shape {
    /** Names and shapes in turn. */
    static Members of(Object... namesAndShapes) {
      Map<String, Shape> members = new LinkedHashMap<>();
      for (int i = 0; i < namesAndShapes.length; i += 2) {
        members.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
      }
      return new Members(members);
    }

    @Override
    public void check(String path, Json value, List<Invalid> wrong) {
      // An empty list is how PHP writes an empty object.
      boolean emptyList = value.isArray() && value.items().isEmpty();
      if (!value.isObject() && !emptyList) {
        wrong.add(new Invalid(path, "must be an object"));
        return;
      }
      members.forEach((name, shape) -> {
        if (value.has(name)) {
          shape.check(path.isEmpty() ? name : path + "." + name, value.get(name), wrong);
        }
      });
    }

    /** @throws UnknownMember on the first member that is none of these, however deep */
    void requireKnown(Json value) throws UnknownMember {
      for (String name : value.names()) {
        Shape shape = members.get(name);
        if (shape == null) {
          throw new UnknownMember(name, List.copyOf(members.keySet()));
        }
        if (shape instanceof Members inner) {
          inner.requireKnown(value.get(name));
        } else if (shape instanceof Items items && items.item() instanceof Members inner) {
          for (Json item : value.get(name).items()) {
            inner.requireKnown(item);
          }
        }
      }
    }
  }

  /** A member that the platform does not know. */
  final class UnknownMember extends Exception {
    private static final long serialVersionUID = 1;

    private final String name;
    private final String known;

    UnknownMember(String name, List<String> known) {
      super(name);
      this.name = name;
      this.known = String.join(", ", known);
    }

    String detail() {
      return "Unknown JSON property \"" + name + "\"; the known ones are: " + known + ".";
    }
  }
}
