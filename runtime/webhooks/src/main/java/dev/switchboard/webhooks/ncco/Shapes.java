package dev.switchboard.webhooks.ncco;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.ncco.OptionTable.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What values must look like. Text that holds a number or a boolean is a warning only: the official PHP SDK sends such
 * NCCOs.
 */
final class Shapes {
  private static final String[] WEB = {"http", "https"};

  private Shapes() {}

  static void any(Json value, String pointer, Findings findings) {
    // whatever it is
  }

  static void text(Json value, String pointer, Findings findings) {
    if (value.isNumber() || value.isFlag()) {
      findings.warning(Rule.TYPE, pointer, "This should be text.", "Put it in quotation marks.");
    } else if (!value.isText()) {
      findings.error(Rule.TYPE, pointer, "This should be text.", "Give a text.");
    }
  }

  static void filled(Json value, String pointer, Findings findings) {
    text(value, pointer, findings);
    if (value.text().filter(String::isBlank).isPresent()) {
      findings.error(Rule.VALUE, pointer, "This is blank.", "Say which.");
    }
  }

  static void flag(Json value, String pointer, Findings findings) {
    if (value.isFlag()) {
      return;
    }
    String text = value.isText() ? value.text().orElse("") : "";
    if (text.equals("true") || text.equals("false")) {
      findings.warning(
          Rule.TYPE,
          pointer,
          "This is text that reads " + text + ".",
          "Leave out the quotation marks.");
    } else {
      findings.error(Rule.TYPE, pointer, "This should be true or false.", "Write true or false.");
    }
  }

  static Shape number(Range range) {
    return (value, pointer, findings) -> {
      BigDecimal number = value.decimal().orElse(null);
      if (number == null) {
        findings.error(
            Rule.TYPE, pointer, "This should be a number.", "Give " + range.words() + ".");
        return;
      }
      if (!value.isNumber()) {
        findings.warning(
            Rule.TYPE,
            pointer,
            "This is text that holds a number.",
            "Leave out the quotation marks.");
      }
      if (!range.contains(number)) {
        outside(range, number, pointer, findings);
      } else if (range.isWhole() && number.stripTrailingZeros().scale() > 0) {
        findings.error(
            Rule.TYPE, pointer, "This should be a whole number.", "Give " + range.words() + ".");
      }
    };
  }

  private static void outside(Range range, BigDecimal number, String pointer, Findings findings) {
    String message = number.toPlainString() + " is outside of " + range.words() + '.';
    boolean clamped = range == Range.WAIT_TIMEOUT;
    // The official SDK lets 0 through, so the platform may take it; what it means nobody says.
    boolean noKeys = range == Range.DTMF_MAX_DIGITS && number.signum() == 0;
    if (clamped || noKeys) {
      findings.warning(
          range.rule(),
          pointer,
          message,
          clamped ? "The platform takes the nearest; write that." : "Give at least 1.");
    } else {
      findings.error(range.rule(), pointer, message, "Give " + range.words() + ".");
    }
  }

  static Shape oneOf(String... words) {
    return matching(
        text -> Stream.of(words).anyMatch(text::equals), "one of " + String.join(", ", words));
  }

  /** @param words what it must be, as a sentence names it */
  static Shape matching(Predicate<String> test, String words) {
    return (value, pointer, findings) -> {
      text(value, pointer, findings);
      if (value.text().filter(test.negate()).isPresent()) {
        findings.error(Rule.VALUE, pointer, "This is not " + words + '.', "Give " + words + ".");
      }
    };
  }

  static Shape texts(Shape item) {
    return (value, pointer, findings) -> {
      if (!value.isArray()) {
        findings.error(
            Rule.TYPE, pointer, "This should be an array.", "Put it in square brackets.");
        return;
      }
      List<Json> items = value.items();
      for (int i = 0; i < items.size(); i++) {
        item.check(items.get(i), pointer + '/' + i, findings);
      }
    };
  }

  static void legs(Json value, String pointer, Findings findings) {
    texts(Shapes::text).check(value, pointer, findings);
    int count = value.items().size();
    if (!Range.PARTICIPANTS.contains(BigDecimal.valueOf(count))) {
      findings.error(
          Rule.PARTICIPANTS,
          pointer,
          "These are " + count + " legs, and a conversation has at most 50.",
          "Name fewer.");
    }
  }

  /** A path below the base URL or a whole URL of one of these schemes. */
  static Shape url(String... schemes) {
    return (value, pointer, findings) -> {
      if (!value.isText()) {
        findings.error(Rule.TYPE, pointer, "This should be a URL.", "Give a text.");
        return;
      }
      String url = value.text().orElse("");
      if (!Options.isPath(url)
          && Stream.of(schemes).noneMatch(scheme -> Options.hasScheme(url, scheme))) {
        findings.error(
            Rule.URL,
            pointer,
            "This is no URL of the scheme " + String.join(" or ", schemes) + '.',
            "Give a whole URL, or a route of the app.");
      }
    };
  }

  static void webUrl(Json value, String pointer, Findings findings) {
    url(WEB).check(value, pointer, findings);
  }

  static void eventUrl(Json value, String pointer, Findings findings) {
    oneUrl(value, pointer, findings, Rule.EVENT_URL_IS_ARRAY);
  }

  static void streamUrl(Json value, String pointer, Findings findings) {
    oneUrl(value, pointer, findings, Rule.TYPE);
  }

  /** Documentation and old schema have a text, the official SDKs an array: the platform takes both. */
  static void urlOrUrls(Json value, String pointer, Findings findings) {
    if (value.isArray()) {
      oneUrl(value, pointer, findings, Rule.TYPE);
    } else {
      webUrl(value, pointer, findings);
    }
  }

  private static void oneUrl(Json value, String pointer, Findings findings, Rule notAnArray) {
    if (!value.isArray()) {
      findings.error(
          notAnArray, pointer, "This should be an array of one URL.", "Put it in square brackets.");
    } else if (value.items().size() != 1) {
      findings.error(
          Rule.TYPE,
          pointer,
          "This should be one URL, not " + value.items().size() + '.',
          "Give one.");
    } else {
      webUrl(value.get(0), pointer + "/0", findings);
    }
  }

  static Shape object(OptionTable options) {
    return (value, pointer, findings) -> {
      object(value, pointer, findings);
      if (value.isObject()) {
        options.check(value, pointer, findings);
      }
    };
  }

  static void object(Json value, String pointer, Findings findings) {
    if (value.isArray() && value.items().isEmpty()) {
      findings.warning(
          Rule.TYPE, pointer, "This is an empty array instead of an empty object.", "Write {}.");
    } else if (!value.isObject()) {
      findings.error(Rule.TYPE, pointer, "This should be an object.", "Write {...}.");
    }
  }

  static Shape obsolete(String remedy) {
    return (value, pointer, findings) ->
        findings.warning(Rule.OBSOLETE, pointer, "The platform has replaced this option.", remedy);
  }
}
