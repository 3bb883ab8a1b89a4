package dev.switchboard.provisioning;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.platformapi.ApiClient;
import dev.switchboard.provisioning.keys.ApplicationKey;
import dev.switchboard.provisioning.keys.KeyStore;
import dev.switchboard.provisioning.state.StateStore;
import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * One app in one environment: the engine behind the generated provisioners, the CLI and the Maven goals. Reading is free
 * of side effects; writing holds a lease, journals each step before it is taken, and is finished by the next run when it
 * is cut off. Safe for use by one thread at a time.
 */
public final class Deployment {
  private final DeploymentContext context;

  Deployment(DeploymentContext context) {
    this.context = context;
  }

  /** Begins one; bindings, account, state and keys must be given. */
  public static DeploymentBuilder of(Manifest manifest) {
    return new DeploymentBuilder(manifest);
  }

  /** Where the app is served. */
  public URI baseUrl() {
    return context.bindings().baseUrl();
  }

  /** What would change without taking numbers and without removals. Writes nothing. */
  public Plan plan() {
    return plan(Options.DEFAULT);
  }

  /**
   * What would change. Writes nothing.
   *
   * @throws ProvisioningException when state, keys or platform cannot be read, or do not belong together
   */
  public Plan plan(Options options) {
    return new Planner(context).plan(context.state(), options);
  }

  /**
   * A plan that was saved as JSON, made again and compared: it is the same, or refused.
   *
   * @throws ProvisioningException STALE when state, platform or manifest have changed since; INVALID for other text
   */
  public Plan saved(String json) {
    ObjectNode saved = SavedPlan.read(json);
    LivePlan plan = new Planner(context).plan(context.state(), SavedPlan.options(saved));
    SavedPlan.check(saved, plan.guard());
    return plan;
  }

  /**
   * The plan that brings back what the manifest owned at an earlier serial. Numbers and secrets stay as they are bound
   * now.
   *
   * @throws ProvisioningException REFUSED when that serial is not kept
   */
  public Plan rollback(long serial, Options options) {
    StateDocument state = context.state();
    ObjectNode owned = state
        .ownedAt(serial)
        .orElseThrow(() -> new ProvisioningException(
            Failure.REFUSED,
            "Serial " + serial + " is not kept.",
            state.serials().isEmpty()
                ? "Nothing was applied in this environment yet."
                : "Choose one of "
                    + state.serials().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                    + "."));
    return back(state, owned, options);
  }

  /**
   * What the manifest owns on the platform, as the state remembers it, for {@link #restoring}; secrets are hashes in it. An empty
   * object before the first apply.
   */
  public Json remembered() {
    return Json.parse(context.state().owned().toString());
  }

  /**
   * The plan that brings back what was {@linkplain #remembered remembered} at another time. Numbers and secrets stay as they are
   * bound now.
   */
  public Plan restoring(Json remembered, Options options) {
    ObjectNode owned = (ObjectNode) ApiClient.mapper().readTree(remembered.write());
    return back(context.state(), owned, options);
  }

  private Plan back(StateDocument state, ObjectNode owned, Options options) {
    ObjectNode bound = Desired.application(context.manifest(), context.bindings());
    return new Planner(context).plan(state, Secrets.unsealed(owned, bound), options);
  }

  /** What is remembered; reads the state and the key store, not the platform. */
  public Status status() {
    StateDocument state = context.state();
    return new Status(
        state.applicationId(),
        state.fingerprint(),
        context.keys().keys().stream()
            .anyMatch(key -> state.fingerprint().equals(Optional.of(key.fingerprint()))),
        state.serial(),
        state.serials(),
        state.links().stream()
            .map(link -> new Status.NumberStatus(
                link.name(),
                link.msisdn(),
                link.country(),
                state.applicationId(),
                Optional.of(link.previous()).filter(p -> !p.isEmpty())))
            .toList(),
        Optional.of(state.journal().path("intent").asString(""))
            .filter(intent -> !intent.isEmpty()),
        state
            .leaseUntil()
            .filter(until -> until.isAfter(context.clock().instant()))
            .isPresent());
  }

  /**
   * What is wanted and what was last applied, to be shown side by side. Reads the state, not the platform.
   *
   * @throws ProvisioningException when the bindings do not fit the manifest, or the state cannot be read
   */
  public Sides sides() {
    ObjectNode desired = Desired.application(context.manifest(), context.bindings());
    return new Sides(shown(desired), shown(context.state().owned()));
  }

  private static Json shown(ObjectNode application) {
    return Json.parse(Secrets.shown(List.of(), application).toString());
  }

  /** How the platform differs from what was last applied. Writes nothing. */
  public Drift drift() {
    return new Drifts(context).drift(context.state());
  }

  /**
   * Sends a synthetic webhook to every URL of the app, signed where the platform signs, with the header
   * {@code Switchboard-Verification: 1}, and judges status, NCCO and time as the platform does. The app's own methods are
   * called: they see made-up numbers, and may look for the header. Reads the state, writes nothing.
   *
   * @throws ProvisioningException CREDENTIALS when the app takes signed webhooks and there is no signature secret
   */
  public Verification verify(ProgressListener listener) {
    return new Verifier(context, context.state().applicationId()).run(listener);
  }

  /** All numbers of the account and where they lead. Writes nothing. */
  public List<Status.NumberStatus> numbers() {
    return new Drifts(context).numbers(context.state());
  }

  /**
   * Puts a new key into force and keeps the former one.
   *
   * @return the new key's fingerprint
   */
  public String rotateKey(ProgressListener listener) {
    return new Operations(context, listener).rotate();
  }

  /** The keys at hand and the one that the platform checks tokens with. Reads state, key store and platform. */
  public KeyStatus keyStatus() {
    return new Keys(context).status(context.state());
  }

  /**
   * The private key of the application, for who signs tokens with it. To be shown to nobody who did not ask for it.
   *
   * @throws ProvisioningException REFUSED when nothing was applied yet, or the key store does not hold the key
   */
  public ApplicationKey currentKey() {
    return new Keys(context).current(context.state());
  }

  /**
   * Writes the private key of the application, as PKCS#8 PEM, into a new file that only its owner may read (0600).
   *
   * @return that file
   * @throws ProvisioningException REFUSED when the file exists, or as for {@link #currentKey}
   */
  public Path exportKey(Path target) {
    return new Keys(context).export(context.state(), target);
  }

  /**
   * Unlinks the numbers and deletes the application. It cannot be brought back.
   *
   * @param name the application's name, exactly as the platform shows it
   * @throws ProvisioningException REFUSED for another name
   */
  public void destroy(String name, ProgressListener listener) {
    new Operations(context, listener).destroy(name);
  }

  /** Leads one number to the application, beside those that the manifest names. */
  public void linkNumber(String name, Msisdn number, Options options, ProgressListener listener) {
    new Operations(context, listener).link(name, number, options);
  }

  /** Leads a number that was linked from here nowhere. */
  public void unlinkNumber(Msisdn number, ProgressListener listener) {
    new Operations(context, listener).unlink(number);
  }

  /** Leads a number that was linked from here to the application that held it before. */
  public void restoreNumber(Msisdn number, ProgressListener listener) {
    new Operations(context, listener).restore(number);
  }

  /** Finds out what became of a run that was cut off, and settles the journal. Changes nothing on the platform. */
  public void repair(ProgressListener listener) {
    new Operations(context, listener).repair();
  }

  /** Carries state and keys over from the class's former name. */
  public void moveFrom(StateStore formerState, KeyStore formerKeys) {
    new Operations(context, ProgressListener.NONE).moveFrom(formerState, formerKeys);
  }

  DeploymentContext context() {
    return context;
  }
}
