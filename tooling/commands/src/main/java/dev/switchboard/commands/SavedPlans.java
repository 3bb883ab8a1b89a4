package dev.switchboard.commands;

import dev.switchboard.provisioning.Plan;
import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.JsonException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans of one environment in a file. They hold no key and no secret.
 *
 * @param environment its name
 * @param plans the engine's text for each, by the app's class, in the order of the file
 */
record SavedPlans(String environment, Map<String, String> plans) {
  private static final String REMEDY = "Save a new one with plan --out.";

  static void write(Path file, String environment, List<Plan> plans) {
    Json json = Json.object(
        "schemaVersion",
        "1",
        "environment",
        environment,
        "plans",
        plans.stream().map(plan -> Json.parse(plan.toJson())).toList());
    Documents.write(file, json.write() + "\n");
  }

  static SavedPlans read(Path file) {
    Json json;
    try {
      json = Json.parse(Documents.read(file, REMEDY));
    } catch (JsonException noJson) {
      throw new CommandException(Outcome.INVALID, file + " is no saved plan. " + REMEDY);
    }
    String environment = json.text("environment").orElse("");
    if (!json.text("schemaVersion").orElse("").equals("1") || environment.isEmpty()) {
      throw new CommandException(
          Outcome.INVALID, file + " is no saved plan of this release. " + REMEDY);
    }
    Map<String, String> plans = new LinkedHashMap<>();
    for (Json plan : json.get("plans").items()) {
      plans.put(plan.text("app").orElse(""), plan.write());
    }
    return new SavedPlans(environment, plans);
  }
}
