package dev.switchboard.webhooks.ncco;

import java.time.Duration;

/**
 * Speech with marks, for {@link Ncco#talk(Ssml)}. Text is escaped, so whatever a caller or a database says cannot break
 * it. Immutable: each method gives a copy with more at its end.
 */
public final class Ssml {
  private static final Ssml EMPTY = new Ssml("");

  private final String inner;

  private Ssml(String inner) {
    this.inner = inner;
  }

  /** Nothing yet. */
  static Ssml empty() {
    return EMPTY;
  }

  /** Text as it is read. */
  public Ssml text(String text) {
    return and(escaped(text));
  }

  /**
   * Silence.
   *
   * @param time whole milliseconds; what is finer is cut
   */
  public Ssml pause(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("A pause cannot be negative.");
    }
    return and("<break time=\"" + time.toMillis() + "ms\"/>");
  }

  /** Text read in a certain way: {@code spell-out}, {@code digits}, {@code telephone}, {@code date} ... */
  public Ssml sayAs(String interpretation, String text) {
    return and(
        "<say-as interpret-as=\"" + escaped(interpretation) + "\">" + escaped(text) + "</say-as>");
  }

  /** Text in another language, BCP 47. */
  public Ssml in(String language, String text) {
    return and("<lang xml:lang=\"" + escaped(language) + "\">" + escaped(text) + "</lang>");
  }

  /** A paragraph. */
  public Ssml paragraph(Ssml content) {
    return and("<p>" + content.inner + "</p>");
  }

  /** A sentence. */
  public Ssml sentence(Ssml content) {
    return and("<s>" + content.inner + "</s>");
  }

  /** Marks that this class does not know, as they are; nothing is escaped. */
  public Ssml raw(String marks) {
    return and(marks);
  }

  /** Everything within {@code <speak>}. */
  public String write() {
    return "<speak>" + inner + "</speak>";
  }

  /** How long it is, for logs; never the text. */
  @Override
  public String toString() {
    return "speech of " + inner.length() + " characters";
  }

  /**
   * The text with everything that SSML would take for marks escaped, and without the control characters that XML cannot
   * hold.
   */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&apos;");
        default -> {
          if (c >= ' ' || c == '\n' || c == '\t' || c == '\r') {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  /** Characters that count for the platform's limit: in SSML, tags do not. */
  static int spokenLength(String text) {
    if (!text.stripLeading().startsWith("<speak")) {
      return text.codePointCount(0, text.length());
    }
    int length = 0;
    boolean tag = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      char c = text.charAt(i);
      if (c == '<') {
        tag = true;
      } else if (c == '>' && tag) {
        tag = false;
      } else if (!tag) {
        length++;
      }
    }
    return length;
  }

  private Ssml and(String more) {
    return new Ssml(inner + more);
  }
}
