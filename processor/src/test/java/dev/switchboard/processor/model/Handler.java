package dev.switchboard.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A handler method written down by a test. */
public final class Handler {
  private final String annotation;
  private final String name;
  private final List<Parameter> parameters = new ArrayList<>();
  private final SortedSet<String> suppressed = new TreeSet<>();
  private UrlSettings settings = UrlSettings.NONE;
  private Returns returns = new Returns(Returns.Shape.NOTHING, "void");
  private Reach reach = Reach.CALLABLE;
  private boolean checked;
  private List<Lint> lints = List.of();

  private Handler(String annotation, String name) {
    this.annotation = annotation;
    this.name = name;
  }

  /** A callable method without parameters that returns nothing. */
  public static Handler on(String annotation, String name) {
    return new Handler(annotation, name);
  }

  /** The first NCCO of a call. */
  public static Handler answer() {
    return on("AnswerUrl", "answer").takes(PayloadNames.ANSWER_REQUEST).gives(Returns.Shape.NCCO);
  }

  /** Takes a payload or content, whose supertypes can be read as well. */
  public Handler takes(TypeRef type, TypeRef... above) {
    boolean content =
        type.equals(PayloadNames.CONTENT) || List.of(above).contains(PayloadNames.CONTENT);
    List<TypeRef> readable = new ArrayList<>(List.of(above));
    readable.add(0, type);
    return parameter(
        content ? Parameter.Role.CONTENT : Parameter.Role.PAYLOAD,
        type.nestedName(),
        Optional.of(new PayloadType(type, List.of(above), readable)),
        Optional.empty());
  }

  /** Takes a status of a call. */
  public Handler takesCall(String status) {
    return takes(
        TypeRef.of("dev.switchboard.webhooks.voice", "CallEvent", status),
        PayloadNames.CALL_EVENT,
        PayloadNames.VOICE_EVENT);
  }

  /** Asks for something else. */
  public Handler asks(Parameter.Role role, String type) {
    return parameter(role, type, Optional.empty(), Optional.empty());
  }

  /** Asks for a state of that class. */
  public Handler state(TypeRef type) {
    return parameter(
        Parameter.Role.STATE,
        "CallState<" + type.simpleName() + ">",
        Optional.empty(),
        Optional.of(type));
  }

  private Handler parameter(
      Parameter.Role role, String type, Optional<PayloadType> payload, Optional<TypeRef> state) {
    Site site = Site.of(element(Draft.LINE) + "/" + parameters.size());
    parameters.add(new Parameter(role, type, payload, state, site));
    return this;
  }

  /** Returns something. */
  public Handler gives(Returns.Shape shape) {
    returns = new Returns(shape, shape.name());
    return this;
  }

  /** Cannot be called. */
  public Handler reached(Reach other) {
    reach = other;
    return this;
  }

  /** Declares a checked exception. */
  public Handler throwing() {
    checked = true;
    return this;
  }

  /** Makes the compiler warn of its callers. */
  public Handler warned(Lint... of) {
    lints = List.of(of);
    return this;
  }

  /** Switches warnings off. */
  public Handler suppressing(String... ids) {
    suppressed.addAll(List.of(ids));
    return this;
  }

  /** Says something of its URL: path, method, connectTimeout, socketTimeout, capability, videoKind, secret. */
  public Handler says(String member, Object value) {
    settings = said(
        settings, member, value, Site.of(element(Draft.LINE)).at(annotation).member(member));
    return this;
  }

  /** Settings of one member. */
  public static UrlSettings said(UrlSettings before, String member, Object value, Site site) {
    Optional<Setting<String>> text = Optional.of(new Setting<>(String.valueOf(value), site));
    Optional<Setting<Integer>> number = value instanceof Integer milliseconds
        ? Optional.of(new Setting<>(milliseconds, site))
        : Optional.empty();
    return new UrlSettings(
        member.equals("path") ? text : before.path(),
        member.equals("method") ? text : before.method(),
        member.equals("connectTimeout") ? number : before.connectTimeout(),
        member.equals("socketTimeout") ? number : before.socketTimeout(),
        member.equals("capability") ? text : before.capability(),
        member.equals("videoKind") ? text : before.videoKind(),
        member.equals("secret") ? text : before.secret());
  }

  private String element(TypeRef owner) {
    return owner.qualifiedName() + "#" + name;
  }

  HandlerMethod of(TypeRef owner) {
    Site site =
        Site.of(element(owner) + parameters.stream().map(Parameter::type).toList());
    return new HandlerMethod(
        annotation,
        settings,
        owner,
        owner,
        name,
        parameters,
        returns,
        reach,
        checked,
        lints,
        suppressed,
        site,
        site.at(annotation));
  }
}
