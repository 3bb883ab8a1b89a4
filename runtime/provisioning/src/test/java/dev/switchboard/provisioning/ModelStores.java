package dev.switchboard.provisioning;

import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** State and keys of the model; they outlive every process. */
final class ModelStores implements StateStore, KeyStore {
  private final ModelWorld world;
  private final List<ApplicationKey> keys = new ArrayList<>();
  private Optional<Stored> stored = Optional.empty();
  private int revisions;

  ModelStores(ModelWorld world) {
    this.world = world;
  }

  void like(ModelStores other) {
    keys.addAll(other.keys);
    stored = other.stored;
    revisions = other.revisions;
  }

  /** The state as it lies there, for who checks it. */
  StateDocument state() {
    return StateDocument.read(stored.orElseThrow().document(), describe());
  }

  boolean holds(Optional<String> fingerprint) {
    return keys.stream().anyMatch(key -> fingerprint.equals(Optional.of(key.fingerprint())));
  }

  @Override
  public Optional<Stored> read() {
    world.step();
    return stored;
  }

  @Override
  public Optional<Stored> replace(@Nullable String expected, String document) {
    world.step();
    if (!Objects.equals(stored.map(Stored::revision).orElse(null), expected)) {
      return Optional.empty();
    }
    world.write(() -> stored = Optional.of(new Stored(document, "r" + ++revisions)));
    if (world.run.sheltered && !world.run.stoodStill && state().applicationId().isPresent()) {
      world.run.sheltered = false;
    }
    return stored;
  }

  @Override
  public List<ApplicationKey> keys() {
    world.step();
    return List.copyOf(keys);
  }

  @Override
  public void store(ApplicationKey key) {
    world.step();
    world.write(() -> {
      if (!keys.contains(key)) {
        keys.add(key);
      }
    });
  }

  @Override
  public String describe() {
    return "the model";
  }
}
