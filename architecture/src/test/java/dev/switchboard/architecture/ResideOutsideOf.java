package dev.switchboard.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds for classes outside the root package of their module. */
final class ResideOutsideOf extends ArchCondition<JavaClass> {
  private final String rootPackage;

  ResideOutsideOf(String rootPackage) {
    super("reside outside of " + rootPackage);
    this.rootPackage = rootPackage;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean outside = !type.getPackageName().equals(rootPackage)
        && !type.getPackageName().startsWith(rootPackage + ".");
    events.add(new SimpleConditionEvent(
        type, outside, type.getName() + " resides in " + type.getPackageName()));
  }
}
