package dev.switchboard.processor.generate;

import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Lint;
import dev.switchboard.processor.model.Parameter;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.PayloadType;
import dev.switchboard.processor.model.Returns;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Writes how one URL's request reaches its method: in the switch itself where that is one call, else in a method of its own. */
final class DispatchGenerator {
  /** From so many on, methods that return nothing share one answer at the end of an if-else chain. */
  private static final int CHAIN = 3;

  private final SourceText text;
  private final Map<TypeRef, String> fields;
  private final Names names;
  private final List<Dispatch> methods = new ArrayList<>();

  DispatchGenerator(SourceText text, Map<TypeRef, String> fields, Names names) {
    this.text = text;
    this.fields = fields;
    this.names = names;
  }

  /** Writes the methods that the calls need. */
  void writeMethods() {
    methods.forEach(Dispatch::write);
  }

  /** What the compiler would say of the switch: of the calls in it. */
  List<Lint> lints(List<Url> urls) {
    List<Lint> lints = new ArrayList<>();
    for (Url url : urls) {
      if (isOneCall(url)) {
        lints.addAll(url.handlers().get(0).lints());
      }
    }
    return lints;
  }

  /** The expression that serves a request to this URL. */
  String call(Url url) {
    String read = text.name(url.receives()) + ".read(request)";
    if (isOneCall(url)) {
      HandlerMethod only = url.handlers().get(0);
      return reply(only, handling(only, read, ""));
    }
    Dispatch dispatch = new Dispatch(url);
    methods.add(dispatch);
    return url.routerMethod() + "(" + read + (dispatch.request ? ", request)" : ")");
  }

  private static boolean isOneCall(Url url) {
    HandlerMethod first = url.handlers().get(0);
    return url.handlers().size() == 1
        && first.returns().shape() != Returns.Shape.NOTHING
        && !first.asksFor(Parameter.Role.CONTENT)
        && first.payload().filter(type -> type.ref().equals(url.receives())).isPresent();
  }

  private String handling(HandlerMethod method, String payload, String content) {
    StringJoiner arguments =
        new StringJoiner(", ", fields.get(method.owner()) + "." + method.name() + "(", ")");
    for (Parameter parameter : method.parameters()) {
      arguments.add(
          switch (parameter.role()) {
            case PAYLOAD -> payload;
            case CONTENT -> content;
            case STATE ->
              text.name(PayloadNames.CALL_STATE)
                  + ".of(request, "
                  + text.name(parameter.state().orElseThrow())
                  + ".class)";
            case REQUEST, OTHER -> "request";
          });
    }
    return arguments.toString();
  }

  private String reply(HandlerMethod method, String handling) {
    String factory = switch (method.returns().shape()) {
      case NCCO -> "ncco";
      case NCCO_IF_ANY -> "nccoIfAny";
      case NCCO_LATER -> "nccoLater";
      case NCCO_IF_ANY_LATER -> "nccoIfAnyLater";
      case NOTHING_LATER -> "doneLater";
      case AUDIO -> "audio";
      case NOTHING, OTHER ->
        throw new IllegalArgumentException(method.signature() + " gives nothing to reply with");
    };
    return text.name(RouterGenerator.REPLY) + "." + factory + "(" + handling + ")";
  }

  private String done() {
    return "return " + text.name(RouterGenerator.REPLY) + ".done();";
  }

  /** The private method of one URL. */
  private final class Dispatch {
    private final Url url;
    private final boolean request;
    private final Names local;
    private final String payload;
    private final String content;

    Dispatch(Url url) {
      boolean wanted = false;
      for (HandlerMethod handler : url.handlers()) {
        wanted |= handler.wantsRequest();
      }
      this.url = url;
      this.request = wanted;
      this.local = names.inner();
      this.payload = local.unique(spoken(url.receives()));
      this.content = local.unique("content");
    }

    private static String spoken(TypeRef type) {
      String word = Words.lastWord(type.simpleName());
      return word.equals("request") ? "call" : word;
    }

    void write() {
      boolean checked = false;
      boolean contents = false;
      for (HandlerMethod handler : url.handlers()) {
        checked |= handler.checked();
        contents |= handler.asksFor(Parameter.Role.CONTENT);
      }
      text.blank();
      List<Lint> lints = new ArrayList<>();
      url.handlers().forEach(handler -> lints.addAll(handler.lints()));
      text.suppress("  ", lints);
      text.line("  private "
          + text.name(RouterGenerator.REPLY)
          + " "
          + url.routerMethod()
          + "("
          + text.name(url.receives())
          + " "
          + payload
          + (request ? ", " + text.name(PayloadNames.WEBHOOK_REQUEST) + " request)" : ")")
          + (checked ? " throws " + text.javaLang("Exception") : "")
          + " {");
      if (contents) {
        text.line("    "
            + text.name(PayloadNames.CONTENT)
            + " "
            + content
            + " = "
            + payload
            + ".content();");
      }
      if (isChain()) {
        chain();
      } else {
        sequence();
      }
      text.line("  }");
    }

    private boolean isChain() {
      if (url.handlers().size() < CHAIN || !takesAll(last())) {
        return false;
      }
      for (HandlerMethod handler : url.handlers()) {
        if (handler.returns().shape() != Returns.Shape.NOTHING) {
          return false;
        }
      }
      return true;
    }

    private HandlerMethod last() {
      return url.handlers().get(url.handlers().size() - 1);
    }

    private void chain() {
      String start = "    if (";
      for (HandlerMethod handler : url.handlers()) {
        Bound bound = new Bound(handler);
        text.line(handler.equals(last()) ? "    } else {" : start + bound.condition() + ") {");
        text.line("      " + bound.handling() + ";");
        start = "    } else if (";
      }
      text.line("    }");
      text.line("    " + done());
    }

    private void sequence() {
      for (HandlerMethod handler : url.handlers()) {
        Bound bound = new Bound(handler);
        if (takesAll(handler)) {
          answer("    ", handler, bound.handling());
          return; // The widest is the last.
        }
        text.line("    if (" + bound.condition() + ") {");
        answer("      ", handler, bound.handling());
        text.line("    }");
      }
      text.line("    return " + text.name(RouterGenerator.REPLY) + ".unhandled(" + payload + ");");
    }

    private void answer(String indent, HandlerMethod handler, String handling) {
      if (handler.returns().shape() == Returns.Shape.NOTHING) {
        text.line(indent + handling + ";");
        text.line(indent + done());
      } else {
        text.line(indent + "return " + reply(handler, handling) + ";");
      }
    }

    private boolean takesAll(HandlerMethod handler) {
      return narrower(handler).isEmpty() && handler.content().isEmpty();
    }

    private Optional<PayloadType> narrower(HandlerMethod handler) {
      return handler.payload().filter(type -> !url.receives().equals(type.ref()));
    }

    /** One method's share of it: what it wants, and the variables that hold that. */
    private final class Bound {
      private final HandlerMethod handler;
      private final StringJoiner tests = new StringJoiner(" && ");
      private final String payloadHere;
      private final String contentHere;

      Bound(HandlerMethod handler) {
        Names inner = local.inner();
        this.handler = handler;
        this.payloadHere =
            narrower(handler).map(type -> test(payload, type, inner)).orElse(payload);
        this.contentHere =
            handler.content().map(type -> test(content, type, inner)).orElse(content);
      }

      private String test(String variable, PayloadType type, Names inner) {
        String narrow = inner.unique(Words.decapitalised(type.ref().simpleName()));
        tests.add(variable + " instanceof " + text.name(type.ref()) + " " + narrow);
        return narrow;
      }

      String condition() {
        return tests.toString();
      }

      String handling() {
        return DispatchGenerator.this.handling(handler, payloadHere, contentHere);
      }
    }
  }
}
