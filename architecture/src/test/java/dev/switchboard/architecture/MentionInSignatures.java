package dev.switchboard.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Holds for classes with a public or protected member whose signature names a type of some packages. */
final class MentionInSignatures extends ArchCondition<JavaClass> {
  private final List<String> prefixes;

  MentionInSignatures(String... prefixes) {
    super("mention " + String.join(" or ", prefixes) + " in a signature");
    this.prefixes = List.of(prefixes);
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      boolean visible = unit.getModifiers().contains(JavaModifier.PUBLIC)
          || unit.getModifiers().contains(JavaModifier.PROTECTED);
      boolean mentions = unit.getAllInvolvedRawTypes().stream()
          .anyMatch(involved -> prefixes.stream().anyMatch(involved.getName()::startsWith));
      events.add(new SimpleConditionEvent(unit, visible && mentions, unit.getFullName()));
    }
  }
}
