package dev.switchboard.provisioning;

import dev.switchboard.provisioning.files.DurableFiles;
import dev.switchboard.provisioning.keys.ApplicationKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads about keys, and hands the current one out. */
final class Keys {
  private final DeploymentContext deployment;

  Keys(DeploymentContext deployment) {
    this.deployment = deployment;
  }

  KeyStatus status(StateDocument state) {
    Optional<String> live = state
        .applicationId()
        .flatMap(deployment.platform()::application)
        .flatMap(Survey::fingerprint);
    List<KeyStatus.Key> held = deployment.keys().keys().stream()
        .map(key -> new KeyStatus.Key(key.fingerprint(), use(key.fingerprint(), live, state)))
        .toList();
    return new KeyStatus(state.fingerprint(), live, held, deployment.keys().describe());
  }

  private static KeyStatus.Use use(String fingerprint, Optional<String> live, StateDocument state) {
    if (live.equals(Optional.of(fingerprint))) {
      return KeyStatus.Use.CURRENT;
    }
    return state.retiredKeys().contains(fingerprint) ? KeyStatus.Use.RETIRED : KeyStatus.Use.SPARE;
  }

  ApplicationKey current(StateDocument state) {
    String fingerprint = state
        .fingerprint()
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "There is no application with a key of ours in this environment yet.",
            "Apply the plan first."));
    return deployment.keys().keys().stream()
        .filter(key -> key.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "The key " + fingerprint.substring(0, 12) + " is not in "
                + deployment.keys().describe() + ".",
            "Put it back there, or rotate the key: the platform does not show it a second time."));
  }

  Path export(StateDocument state, Path target) {
    ApplicationKey key = current(state);
    try {
      new DurableFiles()
          .createPrivate(target, key.privatePem().getBytes(StandardCharsets.US_ASCII));
      return target;
    } catch (IOException e) {
      // A parent that is no folder "exists already", too.
      if (e instanceof FileAlreadyExistsException && Files.exists(target)) {
        throw new ProvisioningException(
            Failure.REFUSED,
            target + " exists already, and is left as it is.",
            "Name another file, or move that one away.",
            e);
      }
      throw new ProvisioningException(
          Failure.FAILED,
          "The private key cannot be written to " + target + " (" + e.getClass().getSimpleName()
              + ").",
          "Name a file in a folder that you may write to.",
          e);
    }
  }
}
