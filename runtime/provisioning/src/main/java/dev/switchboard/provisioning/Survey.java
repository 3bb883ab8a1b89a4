package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the application: by the id that the state remembers, else by the key, on all pages. Never by its name.
 *
 * @param remote the application as it is; empty when there is none yet
 * @param twins further applications with our key, which a doubled creation leaves behind
 * @param key our key to it; empty when it must still be made, or lies elsewhere
 * @param notes what one should know
 */
record Survey(
    Optional<ObjectNode> remote,
    List<ObjectNode> twins,
    Optional<ApplicationKey> key,
    List<String> notes) {
  static Survey of(StateDocument state, Platform platform, KeyStore keys) {
    List<ApplicationKey> held = keys.keys();
    List<String> notes = new ArrayList<>();
    Optional<ObjectNode> known = state.applicationId().flatMap(platform::application);
    if (known.isPresent() && !state.unsettled()) {
      return new Survey(
          known, List.of(), keyOf(known.get(), held).or(() -> current(state, held)), notes);
    }
    if (state.applicationId().isPresent() && known.isEmpty()) {
      notes.add("The application " + state.applicationId().get() + " is gone from the platform.");
    }
    List<ApplicationKey> usable = held.stream()
        .filter(key -> !state.retiredKeys().contains(key.fingerprint()))
        .toList();
    List<ObjectNode> ours = new ArrayList<>();
    if (usable.isEmpty() && state.applicationId().isEmpty()) {
      // Nothing to look for, so nothing was asked so far: a wrong secret must not end in a key for
      // nobody.
      platform.checkAccount();
    } else if (!usable.isEmpty()) {
      for (ObjectNode application : platform.applications()) {
        if (keyOf(application, usable).isPresent()) {
          ours.add(application);
        }
      }
    }
    known.ifPresent(application -> {
      ours.removeIf(other -> id(other).equals(id(application)));
      ours.add(0, application);
    });
    if (ours.isEmpty()) {
      return new Survey(
          Optional.empty(),
          List.of(),
          current(state, usable).or(() -> usable.stream().findFirst()),
          notes);
    }
    // The list may show less than the application itself.
    Optional<ObjectNode> whole = known.or(() -> platform.application(id(ours.get(0))));
    return new Survey(
        whole, List.copyOf(ours.subList(1, ours.size())), keyOf(ours.get(0), held), notes);
  }

  private static Optional<ApplicationKey> current(StateDocument state, List<ApplicationKey> held) {
    Optional<String> wanted = state.fingerprint().or(state::createdWith);
    return held.stream()
        .filter(key -> wanted.filter(key.fingerprint()::equals).isPresent())
        .findFirst();
  }

  static Optional<ApplicationKey> keyOf(ObjectNode application, List<ApplicationKey> keys) {
    Optional<String> fingerprint = fingerprint(application);
    return keys.stream()
        .filter(key -> fingerprint.filter(key.fingerprint()::equals).isPresent())
        .findFirst();
  }

  /** The fingerprint of an application's public key; empty when it shows none that can be read. */
  static Optional<String> fingerprint(ObjectNode application) {
    return ApplicationKey.fingerprintOf(
        application.path("keys").path("public_key").asString(""));
  }

  static String id(ObjectNode application) {
    return application.path("id").asString("");
  }
}
