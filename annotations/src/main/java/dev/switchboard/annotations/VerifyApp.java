package dev.switchboard.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The application can verify users: the capability {@code verify}. Its webhook is {@link StatusUrl} with a verify event as
 * parameter, POST only, and not signed by the platform. Its only version, {@code v2}, is what the platform uses when none is
 * sent, so there is no setting for it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface VerifyApp {
  /**
   * The application's name, as the vendor's dashboard shows it. Not unique on the platform. May hold {@code ${name}} placeholders,
   * which each environment binds.
   *
   * <p>Stands on exactly one of the app's annotations ({@link SwitchboardApp} or one of the capabilities); two names, or none, do
   * not compile.
   */
  String name() default "";
}
