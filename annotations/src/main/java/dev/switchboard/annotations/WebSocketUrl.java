package dev.switchboard.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A websocket that an NCCO connects a call to: the app hears the call's sound and speaks into it. It is no part of the application on
 * the platform.
 *
 * <p>The method is called when the platform has opened the websocket. It takes an {@code AudioStart}, which says how the sound is written
 * and what the NCCO told, and returns the {@code AudioHandler} that gets the sound, the keys and the end. {@code <App>Routes} has a
 * constant of the method's name in capitals, for {@code connect(websocket(Routes.AGENT))}.
 *
 * <p>Signed like the voice webhooks. It needs a server that can open websockets: {@code switchboard-jetty}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface WebSocketUrl {
  /**
   * Path below the base URL of the environment. Starts with a slash; holds no host, query or placeholder. Empty, the default, means
   * the app's prefix plus the method's name in kebab case: {@code agent} is {@code /webhooks/agent}.
   */
  String value() default "";
}
