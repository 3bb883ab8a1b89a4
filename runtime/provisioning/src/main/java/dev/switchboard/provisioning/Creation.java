package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the application, once. The key comes first and is the identity; a creation without an answer is looked for by
 * that key, and never simply sent again.
 */
final class Creation {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DeploymentContext deployment;
  private final Session session;
  private final Steps steps;

  Creation(DeploymentContext deployment, Session session, Steps steps) {
    this.deployment = deployment;
    this.session = session;
    this.steps = steps;
  }

  ObjectNode create(ObjectNode desired, Survey survey) {
    ApplicationKey key = survey.key().orElseGet(this::newKey);
    Optional<ObjectNode> late = lateOutcome(key);
    if (late.isPresent()) {
      return late.get();
    }
    ObjectNode body = desired.deepCopy();
    body.putObject("keys").put("public_key", key.publicPem());
    return steps.run(
        new Step("create", "create application \"" + desired.path("name").asString("") + "\""),
        () -> post(body, key));
  }

  private ApplicationKey newKey() {
    return steps.run(
        new Step("key", "make a key and keep it in " + deployment.keys().describe()), () -> {
          ApplicationKey made = deployment.newKey();
          deployment.keys().store(made);
          // Read back: a key that cannot be read again must not reach the platform.
          return deployment.keys().keys().stream()
              .filter(made::equals)
              .findFirst()
              .orElseThrow(() -> new ProvisioningException(
                  Failure.FAILED,
                  "The key store " + deployment.keys().describe()
                      + " does not give back the key it was given.",
                  "Repair the key store; nothing was created."));
        });
  }

  /** A creation of a run that was cut off may show up late; until then none may be sent. */
  private Optional<ObjectNode> lateOutcome(ApplicationKey key) {
    String posted = session.state().journal("create").path("posted").asString("");
    if (posted.isEmpty()) {
      return Optional.empty();
    }
    return look(key, Instant.parse(posted).plus(deployment.settle()));
  }

  private ObjectNode post(ObjectNode body, ApplicationKey key) {
    session.save(state -> state.journaling("create", journal -> {
      journal.put("fingerprint", key.fingerprint());
      journal.put("posted", deployment.clock().instant().toString());
    }));
    session.holding();
    try {
      steps.wrote();
      ObjectNode answer = deployment.platform().create(body);
      keep(answer);
      new LateCreation(deployment, session).withdraw(key, Optional.of(answer));
      return answer;
    } catch (Platform.OutcomeUnknownException e) {
      new LateCreation(deployment, session).withdraw(key, Optional.empty());
      session.holding();
      return look(key, deployment.clock().instant().plus(deployment.settle()))
          .orElseThrow(() -> new ProvisioningException(
              Failure.PARTIAL,
              "The platform did not say whether it made the application, and does not list it so far.",
              "Run apply again in a minute: it looks for the application by its key before it makes one.",
              e));
    } catch (ProvisioningException e) {
      // A refusal is an outcome: nothing was made.
      session.save(StateDocument::settled);
      throw e;
    }
  }

  /** An answer that carries a private key makes that one ours: it is shown once. */
  private void keep(ObjectNode answer) {
    String shown = answer.path("keys").path("private_key").asString("");
    if (!shown.isEmpty()) {
      deployment.keys().store(ApplicationKey.fromPem(shown, "the platform's answer"));
    }
  }

  private Optional<ObjectNode> look(ApplicationKey key, Instant until) {
    while (true) {
      Optional<ObjectNode> found = deployment.platform().applications().stream()
          .filter(
              application -> Survey.fingerprint(application).equals(Optional.of(key.fingerprint())))
          .findFirst()
          .flatMap(application -> deployment.platform().application(Survey.id(application)));
      if (found.isPresent() || !deployment.clock().instant().isBefore(until)) {
        return found;
      }
      deployment.pause(LOOK);
      session.holding();
    }
  }
}
