package dev.switchboard.sandbox;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.security.KeyPair;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applications and numbers, as a test sets them up: without a request, and without the API's validation. */
final class Registry {
  private final Loop loop;
  private final Applications applications;
  private final Numbers numbers;
  private final List<String> owned;
  private @Nullable SandboxApplication firstMade;

  Registry(Platform platform) {
    this.loop = platform.loop;
    this.applications = platform.applications;
    this.numbers = platform.numbers;
    this.owned = platform.settings.numbers();
  }

  /** As {@link Sandbox#createApplication}. */
  SandboxApplication create(String name, Supplier<KeyPair> key) {
    SandboxApplication made = new SandboxApplication(UUID.randomUUID().toString(), key);
    return loop.call(() -> {
      applications.save(new Application(
          made.id(),
          name,
          () -> RsaKeys.pem(made.keys().getPublic()),
          Json.object(),
          Json.object("improve_ai", false)));
      if (firstMade == null) {
        firstMade = made;
      }
      return made;
    });
  }

  /** As {@link Sandbox#application}. */
  SandboxApplication first() {
    return loop.call(() -> {
      SandboxApplication first = firstMade;
      if (first == null) {
        throw new IllegalStateException("no application was made by createApplication");
      }
      return first;
    });
  }

  /** As {@link Sandbox#setCapabilities}. */
  void setCapabilities(String applicationId, Json capabilities) {
    loop.call(() -> {
      Application present = applications
          .find(applicationId)
          .orElseThrow(
              () -> new IllegalArgumentException("there is no application " + applicationId));
      applications.save(new Application(
          present.id(), present.name(), present.key(), capabilities, present.privacy()));
      return present;
    });
  }

  /** As {@link Sandbox#link}. */
  void link(String number, String applicationId) {
    loop.call(() -> {
      numbers.link(number, applicationId);
      return number;
    });
  }

  /** Links the next free numbers of the account. */
  void linkFree(String applicationId, String app, int wanted) {
    loop.call(() -> {
      List<String> free = owned.stream()
          .filter(number -> numbers
              .find(number)
              .filter(owned -> !owned.settings().containsKey("app_id"))
              .isPresent())
          .limit(wanted)
          .toList();
      if (free.size() < wanted) {
        throw new IllegalStateException(app
            + " wants another number, and the sandbox has too few ("
            + owned.size() + "). Give it more with SandboxSettings.number.");
      }
      free.forEach(number -> numbers.link(number, applicationId));
      return free;
    });
  }
}
