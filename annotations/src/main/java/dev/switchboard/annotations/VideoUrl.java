package dev.switchboard.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Receives one of the callbacks of {@link VideoApp}. Always POST; not signed as other webhooks are.
 *
 * <p>The method takes a {@code VideoEvent} or one of its subtypes and returns nothing or a {@code CompletionStage<Void>}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface VideoUrl {
  /** Which callback. */
  VideoKind value();

  /**
   * Path below the base URL of the environment. Starts with a slash; holds no host, query or placeholder. Empty, the default, means
   * the app's prefix plus {@code /video-} and the kind in kebab case: {@code /webhooks/video-archive-status}.
   */
  String path() default "";

  /**
   * The secret that the platform is told for this callback: exactly one {@code ${name}} placeholder, bound by each environment. A
   * secret written here would end up in the class file, the manifest and the repository, so it does not compile. Empty, the
   * default, sends none.
   */
  String secret() default "";
}
