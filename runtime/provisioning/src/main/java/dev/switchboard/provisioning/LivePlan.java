package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/** A plan together with what it was made from. */
final class LivePlan implements Plan {
  private final DeploymentContext deployment;
  private final Options options;
  private final Planner.Findings findings;
  private final List<Change> changes;
  private final List<String> refusals;
  private final List<String> notes;

  LivePlan(
      DeploymentContext deployment,
      Options options,
      Planner.Findings findings,
      List<Change> changes,
      List<String> refusals,
      List<String> notes) {
    this.deployment = deployment;
    this.options = options;
    this.findings = findings;
    this.changes = changes;
    this.refusals = refusals;
    this.notes = notes;
  }

  Planner.Findings findings() {
    return findings;
  }

  Options options() {
    return options;
  }

  @Override
  public boolean isEmpty() {
    return changes.isEmpty()
        && findings.survey().remote().isPresent()
        && findings.survey().twins().isEmpty()
        && recorded();
  }

  /**
   * Whether the state says what the platform shows. A lease that was not given back says that another run is at work, or was
   * cut off: what it is about is not settled, whatever the platform shows by now.
   */
  private boolean recorded() {
    StateDocument state = findings.state();
    return state.leaseHolder().isEmpty()
        && state.journal().isMissingNode()
        && !state.unsettled()
        && state.applicationId().equals(applicationId())
        && Tree.same(state.owned(), Secrets.sealed(findings.owned()))
        && findings.numbers().values().stream()
            .filter(number -> NumberForm.holder(number).equals(applicationId()))
            .allMatch(number -> state.isLinked(number.path("msisdn").asString("")));
  }

  @Override
  public void apply() {
    apply(ProgressListener.NONE);
  }

  @Override
  public void apply(ProgressListener listener) {
    new Applier(deployment, listener).apply(this);
  }

  @Override
  public Optional<String> applicationId() {
    return findings.survey().remote().map(Survey::id);
  }

  @Override
  public List<Change> changes() {
    return changes;
  }

  @Override
  public List<String> refusals() {
    return refusals;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  /** What must still be so when the plan is carried out: the same state, the same application, the same differences. */
  ObjectNode guard() {
    ObjectNode guard = Tree.object();
    guard.put("app", deployment.manifest().app());
    guard.put("environment", deployment.environment());
    guard.put("account", deployment.account().apiKey());
    guard.put("host", deployment.account().apiHost().toString());
    guard.put("application", applicationId().orElse(""));
    guard.put("lineage", findings.state().serial() == 0 ? "" : findings.state().lineage());
    guard.put("serial", findings.state().serial());
    guard.put("remote", findings.remoteHash());
    guard.put("desired", Tree.hash(findings.desired()));
    for (Change change : changes) {
      ObjectNode item = guard.withArray("changes").addObject();
      item.put("kind", change.kind().name());
      item.put("path", change.name());
      change
          .before()
          .ifPresent(json -> item.set("before", ApiClient.mapper().readTree(json.write())));
      change
          .after()
          .ifPresent(json -> item.set("after", ApiClient.mapper().readTree(json.write())));
      change.handlers().forEach(item.withArray("handlers")::add);
      if (!change.note().isEmpty()) {
        item.put("note", change.note());
      }
    }
    return guard;
  }

  @Override
  public String toJson() {
    ObjectNode json = Tree.object();
    json.put("schemaVersion", "1");
    json.put("empty", isEmpty());
    json.put("takeNumbers", options.takeNumbers());
    json.put("allowRemovals", options.allowRemovals());
    if (options.verify()) {
      json.put("verify", true);
    }
    json.setAll(guard());
    json.withArray("changes");
    refusals.forEach(json.withArray("refusals")::add);
    notes.forEach(json.withArray("notes")::add);
    return ApiClient.mapper()
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(json)
        + "\n";
  }

  @Override
  public String toString() {
    return PlanText.of(deployment, this);
  }
}
