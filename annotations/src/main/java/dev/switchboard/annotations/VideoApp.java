package dev.switchboard.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The application can hold video sessions: the capability {@code video}. Its webhooks are {@link VideoUrl}. What the
 * platform keeps there beside (environment identities and the like) stays as it is.
 *
 * <p>The storage settings are sent together when at least one of them is not at its default, and not at all otherwise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface VideoApp {
  /**
   * The application's name, as the vendor's dashboard shows it. Not unique on the platform. May hold {@code ${name}} placeholders,
   * which each environment binds.
   *
   * <p>Stands on exactly one of the app's annotations ({@link SwitchboardApp} or one of the capabilities); two names, or none, do
   * not compile.
   */
  String name() default "";

  /** Whether archives are encrypted where they are stored. Off by default. */
  boolean serverSideEncryption() default false;

  /** Whether sessions are encrypted between the participants. Off by default. */
  boolean endToEndEncryption() default false;

  /**
   * Whether archives go to a cloud storage of your own, reached by {@link #credential()}. Off by default.
   */
  boolean cloudStorage() default false;

  /** The kind of {@link #credential()}, in the platform's words. Empty, the default, leaves it out. */
  String credentialType() default "";

  /**
   * The key to the cloud storage: exactly one {@code ${name}} placeholder, bound by each environment. A secret written here would
   * end up in the class file, the manifest and the repository, so it does not compile. Empty, the default, leaves it out.
   */
  String credential() default "";
}
