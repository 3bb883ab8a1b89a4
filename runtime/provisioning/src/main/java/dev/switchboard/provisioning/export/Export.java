package dev.switchboard.provisioning.export;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.provisioning.Bindings;
import dev.switchboard.webhooks.Json;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The documents that an app can be exported as. Each is deterministic and ends in a line break; none holds a secret. */
public enum Export {
  /** The body of the Application API, for {@code curl --data @file}. */
  API,
  /**
   * Terraform JSON: the same body as a local value and an output, named as the class with underscores, for whichever
   * provider or module a team uses. Files of several apps may lie in one module.
   */
  TERRAFORM,
  /** {@code vcr.yml} of the vendor's Cloud Runtime: the capabilities, since the runtime owns the URLs. */
  VCR,
  /** OpenAPI 3.1 of the webhooks: what the platform calls. */
  OPENAPI,
  /** A Mermaid flow chart: which URL leads to which methods, and where they stand. */
  MERMAID,
  /** The same as a picture (SVG), in the colours of whoever looks at it. */
  FLOW;

  /**
   * Writes the document.
   *
   * @param bindings what the environment binds; asked for only by documents with addresses or settings, which the
   *     call-flow ({@link #MERMAID}, {@link #FLOW}) has none of
   * @param sources where a handler stands, such as {@code Line.java:12}, if that is known
   * @throws dev.switchboard.provisioning.ProvisioningException when the bindings do not fit the manifest
   */
  public String write(
      Manifest manifest, Supplier<Bindings> bindings, Function<String, Optional<String>> sources) {
    return switch (this) {
      case API -> PrettyJson.write(bindings.get().application(manifest));
      case TERRAFORM ->
        PrettyJson.write(Terraform.document(manifest, bindings.get().application(manifest)));
      case VCR -> CloudRuntime.document(manifest, bindings.get().application(manifest));
      case OPENAPI -> PrettyJson.write(WebhooksOpenApi.document(manifest, bindings.get()));
      case MERMAID -> CallFlow.document(manifest, sources);
      case FLOW -> CallFlowPicture.document(manifest, sources);
    };
  }

  /** Terraform reads <code>${</code> and <code>%{</code> in every string, so both are doubled. */
  private static final class Terraform {
    static Json document(Manifest manifest, Json application) {
      String name = manifest.app().replaceAll("[^A-Za-z0-9_]", "_");
      return Json.object(
          "locals",
          Json.object(name, escaped(application)),
          "output",
          Json.object(
              name,
              Json.object(
                  "description",
                  "Body of the Application API for " + manifest.app(),
                  "value",
                  "${local." + name + "}")));
    }

    private static Json escaped(Json value) {
      if (value.isObject()) {
        Json copy = Json.object();
        for (String name : value.names()) {
          copy = copy.with(name, escaped(value.get(name)));
        }
        return copy;
      }
      if (value.isArray()) {
        return Json.array(value.items().stream().map(Terraform::escaped).toList());
      }
      return value.toJava() instanceof String text
          ? Json.of(text.replace("${", "$${").replace("%{", "%%{"))
          : value;
    }
  }
}
