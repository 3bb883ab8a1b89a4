package dev.switchboard.sandbox;

import dev.switchboard.sandbox.account.Account;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.ApplicationsApi;
import dev.switchboard.sandbox.account.Numbers;
import dev.switchboard.sandbox.account.NumbersApi;
import dev.switchboard.sandbox.account.Tokens;
import dev.switchboard.sandbox.account.Users;
import dev.switchboard.sandbox.account.UsersApi;
import dev.switchboard.sandbox.console.CallFlow;
import dev.switchboard.sandbox.console.ConsoleApi;
import dev.switchboard.sandbox.console.ConsolePage;
import dev.switchboard.sandbox.control.ControlApi;
import dev.switchboard.sandbox.delivery.Deliveries;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.message.Media;
import dev.switchboard.sandbox.message.MediaApi;
import dev.switchboard.sandbox.message.Messages;
import dev.switchboard.sandbox.message.MessagesApi;
import dev.switchboard.sandbox.project.Projects;
import dev.switchboard.sandbox.store.FileStore;
import dev.switchboard.sandbox.store.Section;
import dev.switchboard.sandbox.store.Store;
import dev.switchboard.sandbox.store.Transcripts;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.voice.Calls;
import dev.switchboard.sandbox.voice.FilesApi;
import dev.switchboard.sandbox.voice.Phones;
import dev.switchboard.sandbox.voice.VoiceApi;
import dev.switchboard.sandbox.voice.VoiceOptions;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiServer;
import dev.switchboard.sandbox.web.FaultyGate;
import dev.switchboard.webhooks.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The parts that a sandbox is made of, put together and taken apart. */
final class Platform implements AutoCloseable {
  private static final String CLOCK = "clock";

  final SandboxSettings settings;
  final Loop loop;
  final ApiServer server;
  final Numbers numbers;
  final Applications applications;
  final Deliveries deliveries;
  final Calls calls;
  final Messages messages;
  final Phones phones = new Phones();
  final Faults faults = new Faults();
  final Projects projects;
  final String consoleToken = newToken();
  private final Store store;
  private final Users users;
  private final Media media;

  private Platform(SandboxSettings settings, Store store) throws IOException {
    this.settings = settings;
    this.store = store;
    this.loop = settings
        .virtualStart()
        .map(start -> Loop.virtual(keptTime(store).orElse(start), settings.patience()))
        .orElseGet(Loop::real);
    Account account = new Account(
        settings.apiKey(),
        settings.apiSecret(),
        settings.signatureSecret(),
        settings.inboundUrl(),
        settings.statusUrl());
    Transcripts transcripts = new Transcripts(store, loop.clock());
    this.applications = new Applications(store);
    this.projects = new Projects(applications);
    this.numbers = new Numbers(store, settings.numbers());
    this.deliveries = new Deliveries(loop, store, account, faults, settings.sameTokenOnRetry());
    this.users = new Users(store);
    this.media = new Media(loop, this::uri);
    this.calls = new Calls(
        loop,
        store,
        transcripts,
        applications,
        numbers,
        deliveries,
        faults,
        phones,
        users,
        new VoiceOptions(settings.speakingTime(), settings.rateLimits(), settings.bareNotify()),
        this::uri);
    this.messages = new Messages(
        loop,
        store,
        transcripts,
        account,
        applications,
        numbers,
        deliveries,
        faults,
        media,
        this::uri);
    Section keptFaults = new Section(store, "faults", faults::toJson, faults::restore);
    Section keptPhones = new Section(store, "phones", phones::toJson, phones::restore);
    Section keptClock = new Section(store, CLOCK, this::clock, time -> {});
    this.server = ApiServer.start(settings.port(), apis(account), new FaultyGate(loop, faults));
    // Whatever anybody is told was kept before.
    loop.beforeAnswers(() -> {
      calls.save();
      messages.save();
      keptFaults.save();
      keptPhones.save();
      keptClock.save();
      store.commit();
    });
    loop.execute(() -> {
      messages.resume();
      calls.resume();
      store.commit();
    });
  }

  /** Virtual time as it is now, to go on from. Real time goes on by itself. */
  private Json clock() {
    return loop.isVirtual() ? Json.of(loop.now().toString()) : Json.object();
  }

  /** Where virtual time stood when the process before this one ended. */
  private static Optional<Instant> keptTime(Store store) {
    return Section.kept(store, CLOCK).flatMap(Json::text).map(Instant::parse);
  }

  private List<Api> apis(Account account) {
    Tokens tokens = new Tokens(loop, applications);
    ApplicationsApi applicationsApi =
        new ApplicationsApi(loop, store, account, applications, numbers, settings.lenient());
    NumbersApi numbersApi = new NumbersApi(loop, store, account, numbers, applications);
    ControlApi control =
        new ControlApi(loop, calls, messages, deliveries, faults, phones, projects);
    return List.of(
        applicationsApi,
        numbersApi,
        new MessagesApi(loop, account, tokens, messages),
        new VoiceApi(loop, tokens, calls),
        new FilesApi(loop, tokens, calls),
        new UsersApi(loop, store, tokens, users, this::uri),
        new MediaApi(loop, tokens, applications, media),
        control,
        new ConsolePage(),
        new ConsoleApi(
            loop,
            account,
            deliveries,
            new CallFlow(loop, applications, deliveries.attempts(), projects),
            projects,
            List.of(applicationsApi, numbersApi),
            control,
            consoleToken));
  }

  /** As {@link Sandbox#start}. */
  static Platform start(SandboxSettings settings) {
    Store store = store(settings);
    try {
      return new Platform(settings, store);
    } catch (IOException taken) {
      store.close();
      throw new UncheckedIOException(
          "the sandbox cannot listen on port " + settings.port() + ": " + taken.getMessage(),
          taken);
    }
  }

  private static Store store(SandboxSettings settings) {
    if (settings.data().isEmpty()) {
      return Store.NONE;
    }
    try {
      return FileStore.open(settings.data().get());
    } catch (IOException unusable) {
      throw new IllegalArgumentException(
          unusable instanceof NoSuchFileException
              ? "there is no folder for the data file " + settings.data().get()
              : String.valueOf(unusable.getMessage()),
          unusable);
    }
  }

  private URI uri() {
    return server.uri();
  }

  private static String newToken() {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Ends at once. */
  @Override
  public void close() {
    server.close();
    // All in one task, the loop's last: nothing that was under way finds the store closed.
    loop.call(() -> {
      deliveries.close();
      calls.close();
      store.commit();
      store.close();
      loop.close();
      return loop;
    });
  }
}
