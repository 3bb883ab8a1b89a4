package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.state.StateStore;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An adoption together with the tree it was made from, which is shown to nobody. */
final class FoundApplication implements Adoption {
  private final Adopter adopter;
  private final ObjectNode remote;
  private final String className;
  private final Optional<ApplicationKey> given;
  private final Map<String, ObjectNode> numbers;
  private final int linked;
  private final Expressed expressed;

  FoundApplication(
      Adopter adopter,
      ObjectNode remote,
      String className,
      Optional<ApplicationKey> given,
      Map<String, ObjectNode> numbers,
      int linked) {
    this.adopter = adopter;
    this.remote = remote;
    this.className = className;
    this.given = given;
    this.numbers = numbers;
    this.linked = linked;
    this.expressed = Expressed.of(remote);
  }

  @Override
  public String applicationId() {
    return Survey.id(remote);
  }

  @Override
  public String name() {
    return remote.path("name").asString("");
  }

  @Override
  public String className() {
    return className;
  }

  @Override
  public Optional<String> fingerprint() {
    return Survey.fingerprint(remote);
  }

  @Override
  public boolean keyHeld() {
    return given.isPresent()
        || adopter.keys().keys().stream()
            .anyMatch(key -> fingerprint().equals(Optional.of(key.fingerprint())));
  }

  @Override
  public String source() {
    return new ClassSource(
            className, applicationId(), expressed.owned(), expressed.urls(), numbers.keySet())
        .write();
  }

  @Override
  public Optional<URI> baseUrl() {
    return expressed.baseUrl();
  }

  @Override
  public Map<String, Msisdn> numbers() {
    Map<String, Msisdn> bound = new LinkedHashMap<>();
    numbers.forEach(
        (name, number) -> bound.put(name, Msisdn.of(number.path("msisdn").asString(""))));
    return bound;
  }

  @Override
  public String environmentYaml() {
    StringBuilder yaml = new StringBuilder("environments:\n  ")
        .append(adopter.environment())
        .append(":\n    baseUrl: ")
        .append(baseUrl().map(URI::toString).orElse("https://host.example # it has no webhook yet"))
        .append('\n');
    if (placeholderName()) {
      yaml.append("    values:\n      ")
          .append(ClassSource.NAME_VALUE)
          .append(": ")
          .append(Json.of(name().replace("$", "$$")).write())
          .append('\n');
    }
    if (!numbers.isEmpty()) {
      yaml.append("    numbers:\n");
      numbers()
          .forEach((name, number) -> yaml.append("      ")
              .append(name)
              .append(": \"")
              .append(number.digits())
              .append("\"\n"));
    }
    return yaml.toString();
  }

  private boolean placeholderName() {
    return expressed.owned().path("name").asString().contains("${");
  }

  @Override
  public List<String> unmanaged() {
    List<String> unmanaged = new ArrayList<>(expressed.unmanaged());
    if (linked > numbers.size()) {
      unmanaged.add("numbers: " + (linked - numbers.size())
          + " more lead to it; link them by name where the class should own them");
    }
    return List.copyOf(unmanaged);
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!keyHeld()) {
      notes.add(
          fingerprint().isPresent()
              ? "Its private key is not in " + adopter.keys().describe()
                  + ": adopt it by the key, or rotate the key before anything signs with it."
              : "It shows no public key: rotate the key before anything signs with it.");
    }
    if (!expressed.rewrites().isEmpty()) {
      notes.add("The class says what the platform leaves out: "
          + String.join(
              ", ",
              expressed.rewrites().stream()
                  .map(rewrite -> String.join(".", rewrite.path()))
                  .toList())
          + ". That is remembered as the same.");
    }
    return List.copyOf(notes);
  }

  @Override
  public void record() {
    Optional<StateStore.Stored> stored = adopter.store().read();
    StateDocument state = stored
        .map(found -> StateDocument.read(found.document(), adopter.store().describe()))
        .orElseGet(() -> StateDocument.fresh(className, adopter.environment(), adopter.account()));
    if (state.applicationId().isPresent()
        || !state.journal().isMissingNode()
        || state.leaseHolder().isPresent()) {
      throw new ProvisioningException(
          Failure.REFUSED,
          "There is a state of " + className + " in " + adopter.store().describe() + " already.",
          "Choose another class, or another environment; or destroy what that one made.");
    }
    given.ifPresent(adopter.keys()::store);
    StateDocument adopted = state
        .withApplication(applicationId(), fingerprint().orElse(""))
        .withOwned(expressed.owned(), Applier.rest(remote, expressed.owned()))
        .withRewrites(expressed.rewrites());
    for (Map.Entry<String, ObjectNode> number : numbers.entrySet()) {
      adopted = adopted.withLink(new LinkedNumber(
          number.getKey(),
          number.getValue().path("msisdn").asString(""),
          number.getValue().path("country").asString(""),
          ""));
    }
    Instant now = adopter.clock().instant();
    String document = adopted.recorded(now).write();
    if (adopter
        .store()
        .replace(stored.map(StateStore.Stored::revision).orElse(null), document)
        .isEmpty()) {
      throw new ProvisioningException(
          Failure.BUSY, "Another run wrote the state meanwhile.", "Look at it, and run it again.");
    }
  }

  /** The id only. */
  @Override
  public String toString() {
    return "adoption of " + applicationId();
  }
}
