package dev.switchboard.processor.javac;

import dev.switchboard.processor.model.AppModel;
import dev.switchboard.processor.model.CapabilityKind;
import dev.switchboard.processor.model.CapabilityModel;
import dev.switchboard.processor.model.HandlerClass;
import dev.switchboard.processor.model.PayloadNames;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Reads apps. Total: whatever the user wrote becomes a model, so that one mistake never hides the next; only types that do not exist yet
 * put an app off. Lives for one round.
 */
public final class AppReader {
  private static final String PROVISIONER = "dev.switchboard.provisioning.Provisioner";
  private static final String SWITCHBOARD_APP = "SwitchboardApp";
  private static final String HANDLERS = "handlers";

  private final Elements elements;
  private final ClassReader classes;

  /** A reader for the round that is under way. */
  public AppReader(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.classes = new ClassReader(environment.getElementUtils(), environment.getTypeUtils());
  }

  /** Whether what answers calls is on the compile class path. */
  public boolean hasRuntime() {
    return elements.getTypeElement(PayloadNames.PAYLOAD.qualifiedName()) != null;
  }

  /**
   * Reads one app.
   *
   * @param app the annotated class
   * @param sites to be filled with where everything stands
   */
  public Read read(TypeElement app, SiteIndex sites) {
    Site site = Site.of(app.getQualifiedName().toString());
    sites.add(site, app);
    List<Written> annotations = Written.on(app, site, sites);
    List<HandlerClass> read = new ArrayList<>();
    List<TypeElement> sources = new ArrayList<>(List.of(app));
    List<Site> places = new ArrayList<>(List.of(site));
    MissingReader missing = new MissingReader(sites);
    for (Written annotation : annotations) {
      List<Setting<Object>> handlers = annotation.items(HANDLERS);
      for (int i = 0; i < handlers.size(); i++) {
        Object listed = handlers.get(i).value();
        Optional<TypeElement> type =
            listed instanceof TypeMirror mirror ? TypeReader.declared(mirror) : Optional.empty();
        if (type.isEmpty()) {
          missing.listed(listed, handlers.get(i).site());
        } else {
          sources.add(type.get());
          places.add(handlers.get(i).site());
        }
      }
    }
    sources.forEach(source -> classes.readMissing(source, missing));
    if (!missing.found().isEmpty()) {
      return new Read.Waiting(missing.found());
    }
    for (int i = 0; i < sources.size(); i++) {
      read.add(classes.read(sources.get(i), app, places.get(i), sites));
    }
    return new Read.Ready(model(app, site, annotations, read));
  }

  private AppModel model(
      TypeElement app, Site site, List<Written> annotations, List<HandlerClass> read) {
    List<Setting<String>> names = new ArrayList<>();
    List<AppModel.LabelledText> texts = new ArrayList<>();
    List<CapabilityModel> capabilities = new ArrayList<>();
    for (Written annotation : annotations) {
      Optional<CapabilityKind> kind = CapabilityKind.switchedOnBy(annotation.name());
      if (kind.isEmpty() && !annotation.name().equals(SWITCHBOARD_APP)) {
        continue;
      }
      kind.ifPresent(one ->
          capabilities.add(new CapabilityModel(one, annotation.settings(), annotation.site())));
      annotation.text("name").ifPresent(names::add);
      for (String member :
          List.of("name", "redirectUri", "networkApplicationId", "credentialType", "credential")) {
        annotation
            .text(member)
            .ifPresent(text -> texts.add(new AppModel.LabelledText(member, text)));
      }
    }
    for (HandlerClass one : read) {
      one.methods()
          .forEach(method -> method
              .settings()
              .secret()
              .ifPresent(secret -> texts.add(new AppModel.LabelledText("secret", secret))));
    }
    capabilities.sort(Comparator.comparing(CapabilityModel::kind));
    Optional<Written> general = annotations.stream()
        .filter(annotation -> annotation.name().equals(SWITCHBOARD_APP))
        .findFirst();
    return new AppModel(
        TypeNames.ref(app),
        names,
        general.flatMap(annotation -> annotation.text("path")),
        general.flatMap(annotation -> annotation.flag("improveAi")),
        general.map(AppReader::numbers).orElse(List.of()),
        capabilities,
        texts,
        read,
        elements.getTypeElement(PROVISIONER) != null,
        new TreeSet<>(Suppressed.around(app)),
        site);
  }

  private static List<Setting<String>> numbers(Written annotation) {
    return annotation.items("numbers").stream()
        .map(item -> new Setting<>(String.valueOf(item.value()), item.site()))
        .toList();
  }
}
