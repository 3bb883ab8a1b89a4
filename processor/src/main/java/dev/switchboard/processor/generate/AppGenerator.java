package dev.switchboard.processor.generate;

import dev.switchboard.manifest.Manifest;
import dev.switchboard.manifest.ManifestWriter;
import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.Url;
import dev.switchboard.processor.model.Urls;
import java.util.ArrayList;
import java.util.List;

/** Everything that is written for one app. */
public final class AppGenerator {
  private AppGenerator() {}

  /** For an app that is right: router, routes, provisioner where deploy-time code is at hand, manifest. */
  public static List<Output> generate(Urls all) {
    AppModel app = all.app();
    List<Url> urls = all.all();
    List<Output> outputs = new ArrayList<>();
    outputs.add(new RouterGenerator(app, urls).generate());
    outputs.add(new RoutesGenerator(app, urls).generate());
    addProvisioner(app, outputs);
    Manifest manifest = ManifestGenerator.generate(app, urls);
    outputs.add(new Output.Resource(manifest.resourceName(), ManifestWriter.write(manifest)));
    return outputs;
  }

  /**
   * For an app that breaks a rule: the same classes with the same methods, which only throw. Without them, each use of their names would
   * add a "cannot find symbol" to the finding that matters. No manifest: a broken app is nothing to deploy. Nothing at all for a class
   * that no other can name.
   */
  public static List<Output> skeleton(Urls all) {
    AppModel app = all.app();
    if (!app.app().shape().nameable()) {
      return List.of();
    }
    List<Url> urls = Skeletons.named(all.all());
    List<Output> outputs = new ArrayList<>();
    outputs.add(new RouterGenerator(app, urls).skeleton());
    outputs.add(new RoutesGenerator(app, urls).generate());
    addProvisioner(app, outputs);
    return outputs;
  }

  private static void addProvisioner(AppModel app, List<Output> outputs) {
    if (app.provisioning()) {
      outputs.add(new ProvisionerGenerator(app).generate());
    }
  }
}
