package dev.switchboard.manifest;

import java.util.List;

/**
 * What one app declares: the application to provision, the URLs it serves, and what an environment has to bind.
 *
 * <p>A manifest holds paths, never hosts, and no secret. It is immutable; equal declarations give equal manifests.
 *
 * @param app binary name of the annotated class, for instance {@code com.acme.Phone$Line}
 * @param application the application as the Application API v2 knows it, with paths in place of addresses
 * @param routes every URL of the app, those of the application first, then the ones that only NCCOs refer to
 * @param handlers binary names of the further classes with webhook methods, in the order the app lists them
 * @param values names of the <code>${name}</code> placeholders in settings, in source order
 * @param numbers names of the numbers to link; each environment binds them to real ones
 */
public record Manifest(
    String app,
    Application application,
    List<Route> routes,
    List<String> handlers,
    List<String> values,
    List<String> numbers) {

  /** The format that this library writes: the major version of the document. */
  public static final String SCHEMA_VERSION = "1";

  /** The {@code $schema} of documents of that version. */
  public static final String SCHEMA = "urn:switchboard:manifest:" + SCHEMA_VERSION;

  /** The folder of a jar or of a class directory in which manifests lie. */
  public static final String FOLDER = "META-INF/switchboard/";

  /** Copies the lists. */
  public Manifest {
    routes = List.copyOf(routes);
    handlers = List.copyOf(handlers);
    values = List.copyOf(values);
    numbers = List.copyOf(numbers);
  }

  /**
   * Where the manifest of an app lies, below a class path root.
   *
   * @param app binary name of the app class
   * @return a path with forward slashes and none at its start
   */
  public static String resourceName(String app) {
    return FOLDER + app + ".json";
  }

  /** {@link #resourceName(String)} of this manifest's app. */
  public String resourceName() {
    return resourceName(app);
  }
}
