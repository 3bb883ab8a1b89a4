package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** An app as the reader would have read it, written down by a test: no compiler, so thousands of them take a second. */
public final class Draft {
  /** The app of every draft. */
  public static final TypeRef LINE = TypeRef.of("acme", "Line");

  private final List<Setting<String>> names = new ArrayList<>();
  private final List<Setting<String>> numbers = new ArrayList<>();
  private final List<AppModel.LabelledText> texts = new ArrayList<>();
  private final List<CapabilityModel> capabilities = new ArrayList<>();
  private final List<ClassSettings> settings = new ArrayList<>();
  private final List<HandlerMethod> methods = new ArrayList<>();
  private final List<HandlerClass> listed = new ArrayList<>();
  private final SortedSet<String> suppressed = new TreeSet<>();
  private Optional<Setting<String>> prefix = Optional.empty();
  private ClassShape shape = shape(ClassShape.Kind.CLASS, true, true, false);
  private boolean provisioning = true;
  private TypeRef type = LINE;

  /** An app called "Line" with these capabilities. */
  public static Draft app(CapabilityKind... kinds) {
    Draft draft = new Draft().named("Line");
    for (CapabilityKind kind : kinds) {
      draft.capability(kind);
    }
    return draft;
  }

  /** A class that is no app. */
  public static ClassShape shape(
      ClassShape.Kind kind, boolean isPublic, boolean nameable, boolean generic) {
    return new ClassShape(kind, isPublic, nameable, generic, false, List.of());
  }

  /** Gives the app class another name. */
  public Draft called(TypeRef other) {
    type = other;
    return this;
  }

  /** Adds a name. */
  public Draft named(String name) {
    names.add(setting(name, "name" + names.size()));
    return this;
  }

  /** Takes all names away. */
  public Draft unnamed() {
    names.clear();
    return this;
  }

  /** Adds a capability with settings: member, value, member, value. */
  public Draft capability(CapabilityKind kind, Object... settings) {
    TreeMap<String, Setting<Object>> written = new TreeMap<>();
    Site site = Site.of("acme.Line").at(kind.annotation());
    for (int i = 0; i < settings.length; i += 2) {
      String member = (String) settings[i];
      written.put(member, new Setting<>(settings[i + 1], site.member(member)));
    }
    capabilities.add(new CapabilityModel(kind, written, site));
    return this;
  }

  /** States the prefix of default paths. */
  public Draft prefix(String path) {
    prefix = Optional.of(setting(path, "path"));
    return this;
  }

  /** Lists a number. */
  public Draft number(String name) {
    numbers.add(setting(name, "numbers[" + numbers.size() + "]"));
    return this;
  }

  /** Adds a text in which placeholders may stand. */
  public Draft text(String label, String text) {
    texts.add(new AppModel.LabelledText(label, setting(text, label)));
    return this;
  }

  /** Gives the app class another shape. */
  public Draft shaped(ClassShape other) {
    shape = other;
    return this;
  }

  /** Takes deploy-time code off the class path. */
  public Draft withoutProvisioning() {
    provisioning = false;
    return this;
  }

  /** Switches warnings off on the app. */
  public Draft suppressing(String... ids) {
    suppressed.addAll(List.of(ids));
    return this;
  }

  /** Puts a webhook annotation on the app class itself. */
  public Draft onClass(String annotation, UrlSettings said) {
    settings.add(new ClassSettings(annotation, said, Site.of("acme.Line").at(annotation)));
    return this;
  }

  /** Adds methods to the app class. */
  public Draft with(Handler... handlers) {
    for (Handler handler : handlers) {
      methods.add(handler.of(LINE));
    }
    return this;
  }

  /** Lists a handler class. */
  public Draft listing(TypeRef type, ClassShape itsShape, Handler... handlers) {
    List<HandlerMethod> own = new ArrayList<>();
    for (Handler handler : handlers) {
      own.add(handler.of(type));
    }
    Site site = Site.of("acme.Line").at("SwitchboardApp").item("handlers", listed.size());
    listed.add(new HandlerClass(type, itsShape, List.of(), own, site));
    return this;
  }

  /** The finished app. */
  public AppModel model() {
    List<HandlerClass> classes = new ArrayList<>();
    classes.add(new HandlerClass(type, shape, settings, methods, Site.of("acme.Line")));
    classes.addAll(listed);
    return new AppModel(
        type,
        names,
        prefix,
        Optional.empty(),
        numbers,
        capabilities,
        texts,
        classes,
        provisioning,
        suppressed,
        Site.of("acme.Line"));
  }

  /** Its URLs. */
  public Urls urls() {
    return Urls.of(model());
  }

  private static Setting<String> setting(String value, String member) {
    return new Setting<>(value, Site.of("acme.Line").at("SwitchboardApp").member(member));
  }
}
