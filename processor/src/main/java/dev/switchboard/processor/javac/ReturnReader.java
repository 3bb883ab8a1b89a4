package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.Returns;
import dev.switchboard.processor.model.TypeRef;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** What a return value is good for. Lives for one round. */
final class ReturnReader {
  private static final TypeRef OPTIONAL = TypeRef.of("java.util", "Optional");
  private static final TypeRef STAGE = TypeRef.of("java.util.concurrent", "CompletionStage");
  private static final TypeRef VOID = TypeRef.of("java.lang", "Void");

  private final Types types;
  private final TypeReader reader;

  ReturnReader(Types types, TypeReader reader) {
    this.types = types;
    this.reader = reader;
  }

  Returns read(TypeMirror type) {
    return new Returns(shape(type), TypeNames.shown(type));
  }

  private Returns.Shape shape(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return Returns.Shape.NOTHING;
    }
    if (isA(type, PayloadNames.NCCO)) {
      return Returns.Shape.NCCO;
    }
    if (isA(type, OPTIONAL)) {
      return TypeReader.argument(type)
              .filter(inner -> isA(inner, PayloadNames.NCCO))
              .isPresent()
          ? Returns.Shape.NCCO_IF_ANY
          : Returns.Shape.OTHER;
    }
    if (TypeReader.declared(type)
        .filter(element -> reader.closure(element).contains(PayloadNames.AUDIO_HANDLER))
        .isPresent()) {
      return Returns.Shape.AUDIO;
    }
    return stage(type)
        .flatMap(TypeReader::argument)
        .map(ReturnReader::later)
        .orElse(Returns.Shape.OTHER);
  }

  private static Returns.Shape later(TypeMirror promised) {
    if (isA(promised, VOID) || isAnything(promised)) {
      return Returns.Shape.NOTHING_LATER;
    }
    if (isA(promised, PayloadNames.NCCO)) {
      return Returns.Shape.NCCO_LATER;
    }
    boolean optional = isA(promised, OPTIONAL)
        && TypeReader.argument(promised)
            .filter(inner -> isA(inner, PayloadNames.NCCO))
            .isPresent();
    return optional ? Returns.Shape.NCCO_IF_ANY_LATER : Returns.Shape.OTHER;
  }

  private static boolean isAnything(TypeMirror type) {
    return type instanceof WildcardType wildcard
        && wildcard.getExtendsBound() == null
        && wildcard.getSuperBound() == null;
  }

  /** The type seen as a completion stage, if it is one. */
  private Optional<TypeMirror> stage(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED || isA(type, STAGE)) {
      return Optional.of(type).filter(one -> isA(one, STAGE));
    }
    return types.directSupertypes(type).stream()
        .flatMap(above -> stage(above).stream())
        .findFirst();
  }

  private static boolean isA(TypeMirror type, TypeRef ref) {
    return TypeReader.declared(type)
        .filter(element -> TypeNames.ref(element).equals(ref))
        .isPresent();
  }
}
