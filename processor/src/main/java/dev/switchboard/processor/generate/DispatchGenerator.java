package dev.switchboard.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.switchboard.processor.model.HandlerMethod;
import dev.switchboard.processor.model.Parameter;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.PayloadType;
import dev.switchboard.processor.model.Returns;
import dev.switchboard.processor.model.TypeRef;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes how one URL's request reaches its method: in the switch itself where that is one call, else in a method of its own. */
final class DispatchGenerator {
  private static final ClassName CALL_STATE = SourceFiles.name(PayloadNames.CALL_STATE);

  /** From so many on, methods that return nothing share one answer at the end of an if-else chain. */
  private static final int CHAIN = 3;

  private final Map<TypeRef, String> fields;
  private final Names names;
  private final List<MethodSpec> methods = new ArrayList<>();

  DispatchGenerator(Map<TypeRef, String> fields, Names names) {
    this.fields = fields;
    this.names = names;
  }

  /** The methods that the calls need. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** The expression that serves a request to this URL. */
  CodeBlock call(Url url) {
    ClassName received = SourceFiles.name(url.receives());
    if (isOneCall(url)) {
      CodeBlock read = CodeBlock.of("$T.read(request)", received);
      HandlerMethod only = url.handlers().get(0);
      return reply(only, handling(only, read, CodeBlock.of("")));
    }
    boolean request = url.handlers().stream().anyMatch(HandlerMethod::wantsRequest);
    methods.add(new Dispatch(url, request).method());
    return CodeBlock.of(
        "$L($T.read(request)$L)", url.routerMethod(), received, request ? ", request" : "");
  }

  private static boolean isOneCall(Url url) {
    HandlerMethod first = url.handlers().get(0);
    return url.handlers().size() == 1
        && first.returns().shape() != Returns.Shape.NOTHING
        && first.content().isEmpty()
        && !asksForContent(first)
        && first.payload().filter(type -> type.ref().equals(url.receives())).isPresent();
  }

  private static boolean asksForContent(HandlerMethod method) {
    return method.parameters().stream()
        .anyMatch(parameter -> parameter.role() == Parameter.Role.CONTENT);
  }

  private CodeBlock handling(HandlerMethod method, CodeBlock payload, CodeBlock content) {
    CodeBlock arguments = method.parameters().stream()
        .map(parameter -> switch (parameter.role()) {
          case PAYLOAD -> payload;
          case CONTENT -> content;
          case STATE ->
            CodeBlock.of(
                "$T.of(request, $T.class)",
                CALL_STATE,
                SourceFiles.name(parameter.state().orElseThrow()));
          case REQUEST, OTHER -> CodeBlock.of("request");
        })
        .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$N.$L($L)", fields.get(method.owner()), method.name(), arguments);
  }

  private static CodeBlock reply(HandlerMethod method, CodeBlock handling) {
    String factory = switch (method.returns().shape()) {
      case NCCO -> "ncco";
      case NCCO_IF_ANY -> "nccoIfAny";
      case NCCO_LATER -> "nccoLater";
      case NCCO_IF_ANY_LATER -> "nccoIfAnyLater";
      case NOTHING_LATER -> "doneLater";
      case NOTHING, OTHER ->
        throw new IllegalArgumentException(method.signature() + " gives nothing to reply with");
    };
    return CodeBlock.of("$T.$L($L)", RouterGenerator.REPLY, factory, handling);
  }

  /** The private method of one URL. */
  private final class Dispatch {
    private final Url url;
    private final boolean request;
    private final Names local;
    private final String payload;
    private final String content;

    Dispatch(Url url, boolean request) {
      this.url = url;
      this.request = request;
      this.local = names.inner();
      this.payload = local.unique(spoken(url.receives()));
      this.content = local.unique("content");
    }

    private static String spoken(TypeRef type) {
      String word = Words.lastWord(type.simpleName());
      return word.equals("request") ? "call" : word;
    }

    MethodSpec method() {
      MethodSpec.Builder method = MethodSpec.methodBuilder(url.routerMethod())
          .addModifiers(Modifier.PRIVATE)
          .returns(RouterGenerator.REPLY)
          .addParameter(SourceFiles.name(url.receives()), payload);
      if (url.handlers().stream().anyMatch(HandlerMethod::checked)) {
        method.addException(Exception.class);
      }
      if (request) {
        method.addParameter(RouterGenerator.REQUEST, "request");
      }
      if (url.handlers().stream().anyMatch(DispatchGenerator::asksForContent)) {
        method.addStatement(
            "$T $N = $N.content()", SourceFiles.name(PayloadNames.CONTENT), content, payload);
      }
      return method.addCode(isChain() ? chain() : sequence()).build();
    }

    private boolean isChain() {
      return url.handlers().size() >= CHAIN
          && takesAll(last())
          && url.handlers().stream()
              .allMatch(handler -> handler.returns().shape() == Returns.Shape.NOTHING);
    }

    private HandlerMethod last() {
      return url.handlers().get(url.handlers().size() - 1);
    }

    private CodeBlock chain() {
      CodeBlock.Builder code = CodeBlock.builder();
      String start = "if";
      for (HandlerMethod handler : url.handlers()) {
        if (handler.equals(last())) {
          code.add("} else {\n$>$L;\n$<}\n", handlingHere(handler, Map.of()));
        } else {
          Map<PayloadType, String> bound = bindings(handler);
          code.add(
              "$L ($L) {\n$>$L;\n$<",
              start,
              condition(handler, bound),
              handlingHere(handler, bound));
          start = "} else if";
        }
      }
      return code.add("return $T.done();\n", RouterGenerator.REPLY).build();
    }

    private CodeBlock sequence() {
      CodeBlock.Builder code = CodeBlock.builder();
      boolean open = true;
      for (HandlerMethod handler : url.handlers()) {
        if (takesAll(handler)) {
          code.add(answering(handler, Map.of()));
          open = false;
        } else {
          Map<PayloadType, String> bound = bindings(handler);
          code.add("if ($L) {\n$>$L$<}\n", condition(handler, bound), answering(handler, bound));
        }
      }
      if (open) {
        code.add("return $T.unhandled($N);\n", RouterGenerator.REPLY, payload);
      }
      return code.build();
    }

    private CodeBlock answering(HandlerMethod handler, Map<PayloadType, String> bound) {
      CodeBlock handling = handlingHere(handler, bound);
      return handler.returns().shape() == Returns.Shape.NOTHING
          ? CodeBlock.of("$L;\nreturn $T.done();\n", handling, RouterGenerator.REPLY)
          : CodeBlock.of("return $L;\n", reply(handler, handling));
    }

    private CodeBlock handlingHere(HandlerMethod handler, Map<PayloadType, String> bound) {
      String payloadHere = handler.payload().map(bound::get).orElse(payload);
      String contentHere = handler.content().map(bound::get).orElse(content);
      return handling(handler, CodeBlock.of("$N", payloadHere), CodeBlock.of("$N", contentHere));
    }

    private boolean takesAll(HandlerMethod handler) {
      return narrowerPayload(handler).isEmpty() && handler.content().isEmpty();
    }

    private Optional<PayloadType> narrowerPayload(HandlerMethod handler) {
      return handler.payload().filter(type -> !url.receives().equals(type.ref()));
    }

    private Map<PayloadType, String> bindings(HandlerMethod handler) {
      Names inner = local.inner();
      Map<PayloadType, String> bound = new LinkedHashMap<>();
      narrowerPayload(handler).ifPresent(type -> bound.put(type, inner.unique(variable(type))));
      handler.content().ifPresent(type -> bound.put(type, inner.unique(variable(type))));
      handler.payload().ifPresent(type -> bound.putIfAbsent(type, payload));
      return bound;
    }

    private static String variable(PayloadType type) {
      return Words.decapitalised(type.ref().simpleName());
    }

    private CodeBlock condition(HandlerMethod handler, Map<PayloadType, String> bound) {
      List<CodeBlock> tests = new ArrayList<>();
      narrowerPayload(handler).ifPresent(type -> tests.add(test(payload, type, bound)));
      handler.content().ifPresent(type -> tests.add(test(content, type, bound)));
      return tests.stream().collect(CodeBlock.joining(" && "));
    }

    private static CodeBlock test(
        String variable, PayloadType type, Map<PayloadType, String> bound) {
      return CodeBlock.of(
          "$N instanceof $T $N", variable, SourceFiles.name(type.ref()), bound.get(type));
    }
  }
}
