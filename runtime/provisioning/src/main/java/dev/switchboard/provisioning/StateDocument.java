package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is remembered of one app in one environment: ids, fingerprints, what the manifest owned when it was last applied,
 * and a hash of the rest. Immutable; no secret ever comes into it.
 */
final class StateDocument {
  private final ObjectNode tree;

  private StateDocument(ObjectNode tree) {
    this.tree = tree;
  }

  static StateDocument fresh(String app, String environment, Account account) {
    ObjectNode tree = Tree.object();
    tree.put("schemaVersion", StateText.VERSION);
    tree.put("lineage", UUID.randomUUID().toString());
    tree.put("serial", 0);
    tree.put("app", app);
    tree.put("environment", environment);
    tree.put("account", account.apiKey());
    tree.put("host", account.apiHost().toString());
    return new StateDocument(tree);
  }

  /**
   * Reads a document.
   *
   * @param where names it in errors
   */
  static StateDocument read(String text, String where) {
    return new StateDocument(StateText.read(text, where));
  }

  String write() {
    return StateText.write(tree);
  }

  private StateDocument with(Consumer<ObjectNode> edit) {
    ObjectNode copy = tree.deepCopy();
    edit.accept(copy);
    return new StateDocument(copy);
  }

  String lineage() {
    return tree.path("lineage").asString("");
  }

  long serial() {
    return tree.path("serial").asLong(0);
  }

  String app() {
    return tree.path("app").asString("");
  }

  String account() {
    return tree.path("account").asString("");
  }

  String host() {
    return tree.path("host").asString("");
  }

  Optional<String> applicationId() {
    return text(tree.path("application").path("id"));
  }

  /** Of our key; empty also for an adopted application that shows no key. */
  Optional<String> fingerprint() {
    return text(tree.path("application").path("fingerprint")).filter(text -> !text.isEmpty());
  }

  StateDocument withApplication(String id, String fingerprint) {
    return with(copy -> {
      ObjectNode application = copy.putObject("application");
      application.put("id", id);
      application.put("fingerprint", fingerprint);
    });
  }

  StateDocument withoutApplication() {
    return with(copy -> {
      fingerprint().ifPresent(f -> copy.withArray("retiredKeys").add(f));
      List.of(
              "application",
              "owned",
              "rest",
              "rewrites",
              "numbers",
              "previous",
              "journal",
              "unsettled")
          .forEach(copy::remove);
    });
  }

  /** Fingerprints of keys that must not serve again. */
  List<String> retiredKeys() {
    List<String> keys = new ArrayList<>();
    tree.path("retiredKeys").forEach(key -> keys.add(key.asString("")));
    return keys;
  }

  StateDocument retiring(String fingerprint) {
    return fingerprint.isEmpty() || retiredKeys().contains(fingerprint)
        ? this
        : with(copy -> copy.withArray("retiredKeys").add(fingerprint));
  }

  /**
   * What the manifest owned when it was last applied, and what an unfinished run was about to make it own: both may be
   * on the platform.
   */
  ObjectNode lastApplied() {
    ObjectNode owned = owned();
    Tree.leaves(journal("update").path("owned")).forEach((path, value) -> {
      if (!path.isEmpty() && Tree.at(owned, path).isMissingNode()) {
        Tree.set(owned, path, value);
      }
    });
    return owned;
  }

  /** What an update that is under way makes the manifest own; else what it owns. */
  ObjectNode aboutToOwn() {
    return journal("update").path("owned") instanceof ObjectNode owned ? owned.deepCopy() : owned();
  }

  ObjectNode owned() {
    return tree.path("owned") instanceof ObjectNode owned ? owned.deepCopy() : Tree.object();
  }

  /** SHA-256 of what the platform held beside that; empty before the first apply. */
  String rest() {
    return tree.path("rest").asString("");
  }

  StateDocument withOwned(ObjectNode owned, String rest) {
    return with(copy -> {
      copy.set("owned", Secrets.sealed(owned));
      copy.put("rest", rest);
    });
  }

  List<Rewrite> rewrites() {
    List<Rewrite> rewrites = new ArrayList<>();
    tree.path("rewrites").forEach(item -> rewrites.add(Rewrite.read(item)));
    return rewrites;
  }

  StateDocument withRewrites(List<Rewrite> rewrites) {
    return with(copy -> {
      copy.remove("rewrites");
      rewrites.forEach(rewrite -> rewrite.write(copy.withArray("rewrites").addObject()));
    });
  }

  List<LinkedNumber> links() {
    return StateNumbers.links(tree);
  }

  boolean isLinked(String msisdn) {
    return links().stream().anyMatch(link -> link.msisdn().equals(msisdn));
  }

  StateDocument withLink(LinkedNumber link) {
    return with(copy -> StateNumbers.link(copy, link));
  }

  StateDocument withoutLink(String msisdn) {
    return with(copy -> StateNumbers.unlink(copy, msisdn));
  }

  /** The intent of the write that may or may not have happened; missing when the last run came to its end. */
  JsonNode journal() {
    return tree.path("journal");
  }

  /** The journal if it is of that intent. */
  JsonNode journal(String intent) {
    return journal().path("intent").asString("").equals(intent)
        ? journal()
        : ApiClient.mapper().missingNode();
  }

  /** The fingerprint of the key that an unfinished creation was sent with. */
  Optional<String> createdWith() {
    return text(journal("create").path("fingerprint"));
  }

  StateDocument journaling(String intent, Consumer<ObjectNode> details) {
    return with(copy -> {
      ObjectNode journal = copy.putObject("journal");
      journal.put("intent", intent);
      details.accept(journal);
    });
  }

  StateDocument journalingLink(String intent, LinkedNumber link) {
    return journaling(intent, link::write);
  }

  /** The number that the journal is about. */
  LinkedNumber journaledLink() {
    return LinkedNumber.read(journal());
  }

  /** Where a number led before a link that was cut off; empty when it led nowhere, or nothing is known. */
  String previousOf(String msisdn) {
    return StateNumbers.previous(tree, msisdn);
  }

  /** Remembers that of a link which may still happen. */
  StateDocument withPrevious(LinkedNumber link) {
    return with(copy -> StateNumbers.remember(copy, link));
  }

  StateDocument settled() {
    return with(copy -> copy.remove("journal"));
  }

  /** Whether twins of a creation may still turn up in a list that lags. */
  boolean unsettled() {
    return tree.path("unsettled").asBoolean(false);
  }

  StateDocument withUnsettled(boolean unsettled) {
    return with(copy -> {
      copy.remove("unsettled");
      if (unsettled) {
        copy.put("unsettled", true);
      }
    });
  }

  Optional<String> leaseHolder() {
    return text(tree.path("lease").path("run"));
  }

  Optional<Instant> leaseUntil() {
    return text(tree.path("lease").path("until")).map(StateDocument::time);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  StateDocument leased(String run, Instant until) {
    return with(copy -> {
      ObjectNode lease = copy.putObject("lease");
      lease.put("run", run);
      lease.put("until", until.toString());
    });
  }

  StateDocument released() {
    return with(copy -> copy.remove("lease"));
  }

  /** The next serial: what was applied is kept, so that a rollback finds it. */
  StateDocument recorded(Instant now) {
    return with(copy -> StateHistory.record(copy, serial() + 1, now));
  }

  /** What the manifest owned at an earlier serial; empty when that is not kept. */
  Optional<ObjectNode> ownedAt(long serial) {
    return StateHistory.ownedAt(tree, serial);
  }

  /** The serials that a rollback can go to, oldest first. */
  List<Long> serials() {
    return StateHistory.serials(tree);
  }

  StateDocument movedTo(String app) {
    return with(copy -> copy.put("app", app));
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }
}
