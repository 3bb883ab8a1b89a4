package dev.switchboard.processor.diagnostics;

import dev.switchboard.processor.model.Site;
import java.util.Locale;

/**
 * Every message that the processor can print. Ids are public API: never reused, never renumbered; {@code docs/diagnostics.md} has a
 * section for each. A rule is named for the breach.
 */
public enum Rule {
  // The processor and its surroundings.
  BUG(
      "SWB001",
      Severity.ERROR,
      "Switchboard failed on '%s', which is a bug in Switchboard and not in your code: %s",
      "Please report it, with the text above."),
  TYPE_MISSING(
      "SWB002",
      Severity.ERROR,
      "'%s' could not be processed, because %s does not exist%s.",
      "Correct that name, or check that whatever generates the type runs in this compilation."),
  RUNTIME_MISSING(
      "SWB003",
      Severity.ERROR,
      "'%s' is an app, but what answers its webhooks is not on the compile class path.",
      "Add the dependency dev.switchboard:switchboard-runtime."),

  // The application and its capabilities.
  NAME_MISSING(
      "SWB101",
      Severity.ERROR,
      "'%s' has no name, and the platform creates no application without one.",
      "Write name = \"...\" on @%s."),
  NAME_TWICE(
      "SWB102",
      Severity.ERROR,
      "'%s' already has the name \"%s\".",
      "Leave one name and remove the others."),
  NAME_EMPTY(
      "SWB103",
      Severity.ERROR,
      "The name of '%s' is blank.",
      "Give it a name that says which application it is."),
  PLACEHOLDER_MALFORMED(
      "SWB104",
      Severity.ERROR,
      "\"%s\" has a \"${\" that starts no placeholder.",
      "Write %s: letters and digits, with - _ or . between them."),
  PLACEHOLDER_TAKEN(
      "SWB105",
      Severity.ERROR,
      "'${%s}' and %s would both be the parameter '%s' of the provisioner.",
      "Rename one of them."),
  NUMBER_IS_DIGITS(
      "SWB106",
      Severity.ERROR,
      "\"%s\" looks like a telephone number. Numbers differ between environments, so the app only names them.",
      "Write a name such as \"support-line\", and bind it to the number in switchboard.yaml."),
  NUMBER_MALFORMED(
      "SWB107",
      Severity.ERROR,
      "\"%s\" cannot name a number, because it has to become a parameter of the provisioner.",
      "Use letters and digits, with - or _ between words: \"%s\"."),
  NUMBER_TWICE(
      "SWB108",
      Severity.ERROR,
      "The number \"%s\" is already listed as \"%s\".",
      "Remove one of the two."),
  PREFIX_MALFORMED(
      "SWB109",
      Severity.ERROR,
      "\"%s\" cannot be the prefix of paths.",
      "Start it with a slash and do not end it with one: \"/webhooks\". It takes letters, digits and - _ . ~ / only."),
  CONVERSATIONS_TTL_OUT_OF_RANGE(
      "SWB110",
      Severity.ERROR,
      "conversationsTtl = %s, but the platform takes %s hours.",
      "Use a number of hours in that range (744 are 31 days, 0 is for ever), or leave it out for the platform's 48."),
  LEG_PERSISTENCE_OUT_OF_RANGE(
      "SWB111",
      Severity.ERROR,
      "legPersistenceTime = %s, but the platform takes %s days.",
      "Use a number of days in that range, or leave it out for the platform's own default."),
  CAPABILITY_WITHOUT_WEBHOOK(
      "SWB112",
      Severity.ERROR,
      "@%s needs a method with @%s, and '%s' has none.",
      "Add the method, or remove the capability, which can do nothing without it."),
  NOBODY_ANSWERS(
      "SWB113",
      Severity.WARNING,
      "'%s' has @VoiceApp and no @AnswerUrl method, so an inbound call ends at once.",
      "Add an @AnswerUrl method, or suppress this if the app only makes calls."),
  WEBHOOK_WITHOUT_CAPABILITY(
      "SWB114",
      Severity.ERROR,
      "@%s belongs to the capability %s, which '%s' does not have, so it would never be called.",
      "Add @%s to '%s'."),
  APP_NOT_A_CLASS(
      "SWB115",
      Severity.ERROR,
      "'%s' is %s, and only a class or a record can be an app.",
      "Make it a class."),
  APP_HIDDEN(
      "SWB116",
      Severity.ERROR,
      "'%s' is private or local, so the generated router could not name it.",
      "Make it a top-level class, or a nested one that is not private."),
  APP_GENERIC(
      "SWB117",
      Severity.ERROR,
      "'%s' has type parameters, and a router serves one particular app.",
      "Remove the type parameters, or put the annotation on a subclass that fixes them."),
  HANDLER_CLASS_HIDDEN(
      "SWB118",
      Severity.ERROR,
      "'%s' cannot be named by code in the package of '%s'.",
      "Make the handler class public, or move it into that package."),
  HANDLER_CLASS_WITHOUT_METHODS(
      "SWB119",
      Severity.ERROR,
      "'%s' has no webhook method.",
      "Annotate its methods, or take it out of handlers."),
  HANDLER_CLASS_TWICE(
      "SWB120",
      Severity.ERROR,
      "'%s' is already one of the classes with webhook methods of '%s'.",
      "Remove this entry."),
  HANDLER_CLASS_GENERIC(
      "SWB121",
      Severity.ERROR,
      "'%s' has type parameters, so its parameters have no certain type here.",
      "List a subclass that fixes them."),
  NO_CAPABILITY(
      "SWB122",
      Severity.WARNING,
      "'%s' has no capability, so the application can do nothing.",
      "Add the capability's annotation, such as @VoiceApp."),
  GENERATED_NAME_TAKEN(
      "SWB123",
      Severity.ERROR,
      "The class '%s' is to be generated for '%s', and this compilation already has one of that name.",
      "Rename that class, or the app."),
  PLACEHOLDER_MISSPELT(
      "SWB124",
      Severity.WARNING,
      "'${%s}' looks like '${%s}' misspelt, and every environment would have to bind both.",
      "Write ${%s}, or suppress this if the two are meant."),
  SIGNING_OFF(
      "SWB125",
      Severity.WARNING,
      "With signedCallbacks = false, whoever knows a URL of %s can call it in the platform's name.",
      "Leave it out, or suppress this if something in front of the app tells who calls."),
  NUMBERS_UNUSED(
      "SWB126",
      Severity.WARNING,
      "'%s' lists numbers, but has no capability that calls or messages to them could reach.",
      "Add @VoiceApp or @MessagesApp, or take the numbers out."),
  REDIRECT_NOT_A_URI(
      "SWB127",
      Severity.ERROR,
      "redirectUri = \"%s\" has no scheme and host, and people are sent there from another site.",
      "Write the whole address, such as \"https://${host}/consent\"."),

  // Webhook methods.
  RETURN_NOT_NCCO(
      "SWB201",
      Severity.ERROR,
      "@%s method '%s' returns %s, so the platform would receive no call instructions.",
      "Return Ncco, or CompletionStage<Ncco> if it takes time."),
  RETURN_OPTIONAL(
      "SWB202",
      Severity.ERROR,
      "@%s method '%s' may return no NCCO, and here the call has none to go on with.",
      "Return Ncco in every case, such as Ncco.of(talk(\"Goodbye.\"))."),
  NCCO_IGNORED(
      "SWB203",
      Severity.ERROR,
      "'%s' returns an NCCO, and the platform ignores one in the answer to %s.",
      "Return void, or take an event whose answer may carry an NCCO."),
  RETURN_UNUSABLE(
      "SWB204",
      Severity.ERROR,
      "'%s' returns %s, which is nothing that the platform reads.",
      "Return void, or Ncco where its answer may carry one; if that takes time, a CompletionStage of it."),
  PARAMETER_MISSING(
      "SWB205",
      Severity.ERROR,
      "@%s method '%s' does not take what the platform sends.",
      "Add a first parameter of type %s."),
  PARAMETER_WRONG(
      "SWB206",
      Severity.ERROR,
      "@%s method '%s' takes %s, and the platform sends %s there.",
      "Take %s."),
  PARAMETER_UNKNOWN(
      "SWB207",
      Severity.ERROR,
      "A router has no %s to give to '%s'.",
      "After the payload, a method can ask for WebhookRequest and CallState<T>, and for messages for Content."),
  CONTENT_WITHOUT_MESSAGE(
      "SWB208",
      Severity.ERROR,
      "'%s' asks for a content where none comes: only messages have one, after the message itself.",
      "Take (InboundMessage message, %s content) on an @InboundUrl method."),
  PARAMETER_TWICE(
      "SWB209", Severity.ERROR, "'%s' asks twice for %s.", "Remove one of the two parameters."),
  METHOD_PRIVATE(
      "SWB210",
      Severity.ERROR,
      "'%s' is private, so the router cannot call it.",
      "Remove 'private'."),
  METHOD_STATIC(
      "SWB211",
      Severity.ERROR,
      "'%s' is static; webhook methods belong to the instance that the router is given.",
      "Remove 'static'."),
  METHOD_ABSTRACT(
      "SWB212",
      Severity.ERROR,
      "'%s' is abstract in '%s', so there is nothing to call.",
      "Implement it, or list the class that does."),
  METHOD_NOT_PUBLIC(
      "SWB213",
      Severity.ERROR,
      "'%s' is not public, and the router is in another package, '%s'.",
      "Make the method public."),
  METHOD_GENERIC(
      "SWB214",
      Severity.ERROR,
      "'%s' has type parameters, so what it takes cannot be told.",
      "Remove them and name the payload's type."),
  METHOD_THROWS(
      "SWB215",
      Severity.ERROR,
      "'%s' declares a throwable that is no Exception, and a router may only throw exceptions.",
      "Declare Exception or a subtype of it."),
  STATE_NOT_A_CLASS(
      "SWB216",
      Severity.ERROR,
      "CallState<%s> cannot be told by a class that the router can name.",
      "Use a class or record without type parameters that its package sees: CallState<Booking>."),
  TWO_WEBHOOKS(
      "SWB217",
      Severity.ERROR,
      "'%s' already has @%s, and a method serves one webhook.",
      "Move this webhook to a method of its own."),
  CLASS_SETTINGS_UNUSED(
      "SWB218",
      Severity.ERROR,
      "@%s on '%s' holds the settings of that URL, but no method of the class serves it.",
      "Annotate the method too, or remove it from the class."),
  NCCO_MOSTLY_IGNORED(
      "SWB219",
      Severity.WARNING,
      "'%s' returns an NCCO for every %s, and the platform reads one only in the answer to a few of them.",
      "Return Optional<Ncco>, or take the event that it is meant for, such as InputEvent or CallEvent.Unanswered."),
  RETURN_NOT_AUDIO(
      "SWB220",
      Severity.ERROR,
      "@WebSocketUrl method '%s' returns %s, so nobody would hear the call.",
      "Return an AudioHandler, such as (line, frame) -> line.play(frame)."),

  // URLs.
  CONNECT_TIMEOUT_OUT_OF_RANGE(
      "SWB301",
      Severity.ERROR,
      "connectTimeout = %s, but for %s the platform takes %s milliseconds.",
      "Use a value in that range, or leave it out for the platform's 1000."),
  SOCKET_TIMEOUT_OUT_OF_RANGE(
      "SWB302",
      Severity.ERROR,
      "socketTimeout = %s, but for %s the platform takes %s milliseconds.",
      "Use a value in that range, or leave it out for the longest."),
  TIMEOUT_NOT_FOR_RTC(
      "SWB303",
      Severity.ERROR,
      "%s has no effect here: the platform has time-outs for voice webhooks only.",
      "Remove it, or move it to a voice event method."),
  POST_ONLY(
      "SWB304",
      Severity.ERROR,
      "The platform calls %s of %s by POST only and refuses an application that says GET.",
      "Remove method = GET."),
  PATH_WITHOUT_SLASH(
      "SWB305", Severity.ERROR, "The path \"%s\" does not start with a slash.", "Write \"/%s\"."),
  PATH_WITH_HOST(
      "SWB306",
      Severity.ERROR,
      "\"%s\" names a host; an app holds paths, and each environment adds its own base URL.",
      "Write the path alone: \"%s\"."),
  PATH_WITH_QUERY(
      "SWB307",
      Severity.ERROR,
      "The path \"%s\" has a query or fragment, and requests are matched by their path alone.",
      "Remove what follows the path; NCCOs add parameters with Route.with(name, value)."),
  PATH_WITH_PLACEHOLDER(
      "SWB308",
      Severity.ERROR,
      "The path \"%s\" has a placeholder, and paths are compiled into the router.",
      "Write a fixed path; what differs between environments belongs into the base URL."),
  PATH_CHARACTERS(
      "SWB309",
      Severity.ERROR,
      "The path \"%s\" has characters, dots or slashes that servers and proxies rewrite, so requests would not match.",
      "Use letters, digits and - _ . ~ between single slashes."),
  PATH_TAKEN(
      "SWB310",
      Severity.ERROR,
      "The path \"%s\" already belongs to %s, and the platform does not say which of the two it means.",
      "Give one of them another path."),
  SETTINGS_DISAGREE(
      "SWB311",
      Severity.ERROR,
      "%s gets %s = %s here and %s elsewhere, but it is one URL.",
      "State it once."),
  CAPABILITY_UNCLEAR(
      "SWB312",
      Severity.ERROR,
      "@%s method '%s' could serve %s, and neither its parameter nor the app's capabilities tell which.",
      "Take %s, or write capability."),
  CAPABILITY_CONTRADICTED(
      "SWB313",
      Severity.ERROR,
      "capability = %s, but '%s' takes %s, which belongs to %s.",
      "Correct the one that is wrong."),
  CONSTANT_TAKEN(
      "SWB314",
      Severity.ERROR,
      "'%s' would be the second constant %s in %s.",
      "Rename the method."),
  SECRET_IN_SOURCE(
      "SWB315",
      Severity.ERROR,
      "%s holds a text that would end up in class files, the manifest and the repository.",
      "Write one placeholder, such as \"${%s}\", and bind it in switchboard.yaml."),
  PATH_RESERVED(
      "SWB316",
      Severity.ERROR,
      "The path \"%s\" belongs to Switchboard's own pages.",
      "Choose a path outside %s."),

  // Which method takes what.
  PAYLOAD_TAKEN(
      "SWB401",
      Severity.ERROR,
      "'%s' takes the same as '%s', so it would never be called.",
      "Narrow its parameter, or remove one of the two."),
  PAYLOAD_AMBIGUOUS(
      "SWB402",
      Severity.ERROR,
      "'%s' and '%s' would both take %s, and neither is the narrower one.",
      "Add a method that takes (%s), or narrow one of the two."),
  NO_CATCH_ALL(
      "SWB403",
      Severity.WARNING,
      "What %s receives beyond %s reaches no method.",
      "Add a method that takes %s, or suppress this if the rest may be dropped."),

  // NCCOs, as far as they are built of constants.
  NCCO_OUT_OF_RANGE(
      "SWB501",
      Severity.WARNING,
      "%s = %s, but the platform takes %s.",
      "Use a value in that range: the builder refuses any other when it runs."),
  NCCO_TEXT_LENGTH(
      "SWB502",
      Severity.WARNING,
      "This text has %s characters, but the platform speaks %s.",
      "Split a long text into several talk actions, and leave an empty one out."),
  NCCO_UNREACHABLE(
      "SWB503",
      Severity.WARNING,
      "This action never runs, because %s.",
      "Move it before that action, or remove it."),
  NCCO_ENDS_CALL(
      "SWB504",
      Severity.WARNING,
      "The call ends as soon as this recording begins: nothing waits for it, and no action follows.",
      "Set endOnSilence or endOnKey, or let an action follow.");

  private final String id;
  private final Severity severity;
  private final String problem;
  private final String remedy;

  Rule(String id, Severity severity, String problem, String remedy) {
    this.id = id;
    this.severity = severity;
    this.problem = problem;
    this.remedy = remedy;
  }

  /** {@code SWB101}. */
  public String id() {
    return id;
  }

  /** Error or warning. */
  public Severity severity() {
    return severity;
  }

  /** How to mend a breach, with {@code %s} for names. */
  public String remedy() {
    return remedy;
  }

  /**
   * A breach of this rule.
   *
   * @param site the narrowest thing to edit
   * @param args for the placeholders of the problem, then for those of the remedy
   */
  public Diagnostic at(Site site, Object... args) {
    int expected = holes(problem) + holes(remedy);
    if (args.length != expected) {
      throw new IllegalArgumentException(
          id + " takes " + expected + " arguments, not " + args.length);
    }
    return new Diagnostic(this, site, String.format(Locale.ROOT, problem + " " + remedy, args));
  }

  private static int holes(String template) {
    return template.split("%s", -1).length - 1;
  }
}
