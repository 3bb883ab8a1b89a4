package dev.switchboard.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The application can use the network (CAMARA) APIs: the capability {@code network_apis}. It has no webhooks; its
 * redirect address is where the operator sends a user's browser after consent.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface NetworkApp {
  /**
   * The application's name, as the vendor's dashboard shows it. Not unique on the platform. May hold {@code ${name}} placeholders,
   * which each environment binds.
   *
   * <p>Stands on exactly one of the app's annotations ({@link SwitchboardApp} or one of the capabilities); two names, or none, do
   * not compile.
   */
  String name() default "";

  /**
   * The absolute address that the operator sends browsers to. May hold {@code ${name}} placeholders, so that it can differ
   * between environments: {@code https://${host}/consent}. Empty, the default, leaves it out.
   */
  String redirectUri() default "";

  /**
   * Identity of the registered network application: not the UUID of this one. May be a {@code ${name}} placeholder. Empty, the
   * default, leaves it out.
   */
  String networkApplicationId() default "";
}
