package dev.switchboard.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vonage.client.ApiRegion;
import com.vonage.client.HttpConfig;
import com.vonage.client.VonageClient;
import com.vonage.client.application.Application;
import com.vonage.client.application.ApplicationClient;
import com.vonage.client.application.ApplicationResponseException;
import com.vonage.client.application.ListApplicationRequest;
import com.vonage.client.application.capabilities.Messages;
import com.vonage.client.application.capabilities.Voice;
import com.vonage.client.common.HttpMethod;
import com.vonage.client.numbers.CallbackType;
import com.vonage.client.numbers.ListNumbersFilter;
import com.vonage.client.numbers.NumbersClient;
import com.vonage.client.numbers.NumbersResponseException;
import com.vonage.client.numbers.SearchNumbersFilter;
import com.vonage.client.numbers.UpdateNumberRequest;
import com.vonage.client.voice.Call;
import com.vonage.client.voice.CallStatus;
import com.vonage.client.voice.CallsFilter;
import com.vonage.client.voice.StreamPayload;
import com.vonage.client.voice.TalkPayload;
import com.vonage.client.voice.TextToSpeechLanguage;
import com.vonage.client.voice.VoiceClient;
import com.vonage.client.voice.ncco.Ncco;
import com.vonage.client.voice.ncco.RecordAction;
import com.vonage.client.voice.ncco.TalkAction;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official Java SDK as it is published: every method of its application, numbers and voice clients. */
class JavaSdkTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900999";
  private static final String SOUND = "https://media.example/sound.mp3";

  // A talk goes on for as long as a test steers its call.
  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.defaults().speakingTime(Duration.ofMinutes(5)));
  private final Sandbox lenient = Sandbox.start(SandboxSettings.defaults().lenient(true));
  private final SmallApp app;

  JavaSdkTest() throws IOException {
    app = new SmallApp();
  }

  @AfterEach
  void close() {
    sandbox.close();
    lenient.close();
    app.close();
  }

  @Test
  void applications() {
    ApplicationClient client = client(sandbox).build().getApplicationClient();
    AtomicReference<Application> made = new AtomicReference<>();
    new MethodTable(ApplicationClient.class)
        .row("createApplication(Application)", () -> {
          Application created = client.createApplication(voiceApp());
          assertThat(created.getKeys().getPrivateKey()).contains("BEGIN PRIVATE KEY");
          assertThat(created.getCapabilities().getVoice().getConversationsTtl()).isEqualTo(12);
          made.set(created);
        })
        .row("getApplication(String)", () -> {
          Application read = client.getApplication(made.get().getId().toString());
          assertThat(read.getName()).isEqualTo("Peer");
          assertThat(read.getKeys().getPrivateKey()).isNull();
          assertThat(read.getKeys().getPublicKey())
              .isEqualTo(made.get().getKeys().getPublicKey());
        })
        .row("updateApplication(Application)", () -> {
          Application changed = client.updateApplication(Application.builder(made.get())
              .name("Renamed")
              .addCapability(Messages.builder()
                  .inbound(hook("/inbound"))
                  .status(hook("/status"))
                  .build())
              .build());
          assertThat(changed.getName()).isEqualTo("Renamed");
          assertThat(changed.getCapabilities().getMessages()).isNotNull();
          assertThat(changed.getKeys().getPublicKey())
              .isEqualTo(made.get().getKeys().getPublicKey());
        })
        .row("listApplications()", () -> {
          assertThat(client.listApplications().getApplications()).hasSize(1);
          assertThat(client.listApplications().getTotalItems()).isEqualTo(1);
        })
        .row("listApplications(ListApplicationRequest)", () -> {
          client.createApplication(Application.builder().name("Second").build());
          assertThat(client
                  .listApplications(
                      ListApplicationRequest.builder().page(2).pageSize(1).build())
                  .getApplications())
              .extracting(Application::getName)
              .containsExactly("Second");
        })
        .row("listAllApplications()", () -> {
          // It asks for a page of 1,000, more than the API's own limit of 100.
          assertThatThrownBy(client::listAllApplications)
              .isInstanceOf(ApplicationResponseException.class)
              .hasMessageContaining("400");
          ApplicationClient old = client(lenient).build().getApplicationClient();
          old.createApplication(voiceApp());
          assertThat(old.listAllApplications()).hasSize(1);
        })
        .row("deleteApplication(String)", () -> {
          String id = made.get().getId().toString();
          client.deleteApplication(id);
          assertThatThrownBy(() -> client.getApplication(id))
              .isInstanceOfSatisfying(ApplicationResponseException.class, gone -> {
                assertThat(gone.getStatusCode()).isEqualTo(404);
                assertThat(gone.getTitle()).isEqualTo("Not Found");
              });
        })
        .run();
    ApplicationClient stranger = client(sandbox).apiSecret("wrong").build().getApplicationClient();
    assertThatThrownBy(stranger::listApplications)
        .isInstanceOfSatisfying(
            ApplicationResponseException.class,
            refused -> assertThat(refused.getStatusCode()).isEqualTo(401));
  }

  @Test
  void numbers() {
    VonageClient vonage = client(sandbox).build();
    NumbersClient client = vonage.getNumbersClient();
    String id =
        vonage.getApplicationClient().createApplication(voiceApp()).getId().toString();
    AtomicReference<String> found = new AtomicReference<>();
    new MethodTable(NumbersClient.class)
        .row(
            "listNumbers()",
            () -> assertThat(client.listNumbers())
                .anySatisfy(number -> assertThat(number.getMsisdn()).isEqualTo(NUMBER)))
        .row("linkNumber(String, String, String)", () -> client.linkNumber(NUMBER, "GB", id))
        .row(
            "listNumbers(ListNumbersFilter)",
            () -> assertThat(client.listNumbers(
                    ListNumbersFilter.builder().applicationId(id).build()))
                .singleElement()
                .satisfies(number -> assertThat(number.getMsisdn()).isEqualTo(NUMBER)))
        .row(
            "searchNumbers(String)",
            () -> assertThat(client.searchNumbers("US").getCount()).isPositive())
        .row(
            "searchNumbers(SearchNumbersFilter)",
            () -> found.set(client
                .searchNumbers(SearchNumbersFilter.builder().country("GB").build())
                .getNumbers()[0]
                .getMsisdn()))
        .row("buyNumber(String, String)", () -> {
          client.buyNumber("GB", found.get());
          assertThatThrownBy(() -> client.buyNumber("GB", found.get()))
              .isInstanceOfSatisfying(
                  NumbersResponseException.class,
                  taken -> assertThat(taken.getStatusCode()).isEqualTo(420));
        })
        .row("updateNumber(UpdateNumberRequest)", () -> {
          client.updateNumber(UpdateNumberRequest.builder(found.get(), "GB")
              .applicationId(id)
              .voiceCallback(CallbackType.TEL, PERSON)
              .build());
          assertThat(client.listNumbers())
              .filteredOn(number -> number.getMsisdn().equals(found.get()))
              .singleElement()
              .satisfies(number -> assertThat(number.getVoiceCallbackValue()).isEqualTo(PERSON));
        })
        .row("cancelNumber(String, String)", () -> client.cancelNumber("GB", found.get()))
        .row(
            "buyNumber(String, String, String)",
            () -> client.buyNumber("GB", found.get(), "sandbox"))
        .row(
            "cancelNumber(String, String, String)",
            () -> client.cancelNumber("GB", found.get(), "sandbox"))
        .run();
  }

  @Test
  void voice(@TempDir Path folder) {
    Application application =
        client(sandbox).build().getApplicationClient().createApplication(voiceApp());
    VoiceClient client = client(sandbox)
        .applicationId(application.getId())
        .privateKeyContents(application.getKeys().getPrivateKey())
        .build()
        .getVoiceClient();
    AtomicReference<String> call = new AtomicReference<>();
    AtomicReference<dev.switchboard.sandbox.Call> person = new AtomicReference<>();
    AtomicReference<String> recording = new AtomicReference<>();
    TalkAction hello = TalkAction.builder("Hello.").build();
    new MethodTable(VoiceClient.class)
        .row("createCall(Call)", () -> {
          call.set(client.createCall(new Call(PERSON, NUMBER, List.of(hello))).getUuid());
          person.set(sandbox.callee(PERSON).hears("Hello."));
        })
        .row("getCallDetails(String)", () -> {
          var details = client.getCallDetails(call.get());
          assertThat(details.getStatus()).isEqualTo(CallStatus.ANSWERED);
          assertThat(details.getStartTime()).isNotNull();
        })
        .row("listCalls()", () -> assertThat(client.listCalls().getCount()).isEqualTo(1))
        .row("listCalls(CallsFilter)", () -> {
          var filter =
              CallsFilter.builder().status(CallStatus.ANSWERED).pageSize(1).build();
          assertThat(client.listCalls(filter).getCallInfos()).hasSize(1);
        })
        .row("startTalk(String, String)", () -> {
          assertThat(client.startTalk(call.get(), "One.").getUuid()).isEqualTo(call.get());
          person.get().hears("One.");
        })
        .row("startTalk(String, TalkPayload)", () -> {
          client.startTalk(call.get(), TalkPayload.builder("Two.").loop(1).build());
          person.get().hears("Two.");
        })
        .row("startTalk(String, String, int)", () -> {
          client.startTalk(call.get(), "Three.", 1);
          person.get().hears("Three.");
        })
        .row("startTalk(String, String, TextToSpeechLanguage)", () -> {
          client.startTalk(call.get(), "Four.", TextToSpeechLanguage.UNITED_KINGDOM_ENGLISH);
          person.get().hears("Four.");
        })
        .row("startTalk(String, String, TextToSpeechLanguage, int)", () -> {
          client.startTalk(call.get(), "Five.", TextToSpeechLanguage.UNITED_KINGDOM_ENGLISH, 1);
          person.get().hears("Five.");
        })
        .row("startTalk(String, String, TextToSpeechLanguage, int, int)", () -> {
          client.startTalk(call.get(), "Six.", TextToSpeechLanguage.UNITED_KINGDOM_ENGLISH, 1, 1);
          person.get().hears("Six.");
        })
        .row("stopTalk(String)", () -> client.stopTalk(call.get()))
        .row("startStream(String, String)", () -> {
          client.startStream(call.get(), SOUND);
          person.get().hears(SOUND);
        })
        .row("startStream(String, String, int)", () -> {
          client.startStream(call.get(), SOUND, 1);
          person.get().hears(SOUND);
        })
        .row("startStream(String, String, int, double)", () -> {
          client.startStream(call.get(), SOUND, 1, 0.5);
          person.get().hears(SOUND);
        })
        .row("startStream(String, StreamPayload)", () -> {
          client.startStream(
              call.get(), StreamPayload.builder().streamUrl(SOUND).build());
          person.get().hears(SOUND);
        })
        .row("stopStream(String)", () -> client.stopStream(call.get()))
        .row("sendDtmf(String, String)", () -> {
          client.sendDtmf(call.get(), "12");
          person.get().hears("tones 12");
        })
        .row("addDtmfListener(String, String)", () -> {
          client.addDtmfListener(call.get(), app.url("/keys"));
          person.get().press("7");
          assertThat(app.next(body -> body.contains("dtmf"))).contains("7");
        })
        .row("removeDtmfListener(String)", () -> client.removeDtmfListener(call.get()))
        .row("muteCall(String)", () -> client.muteCall(call.get()))
        .row("unmuteCall(String)", () -> client.unmuteCall(call.get()))
        .row("earmuffCall(String)", () -> client.earmuffCall(call.get()))
        .row("unearmuffCall(String)", () -> client.unearmuffCall(call.get()))
        .row("transferCall(String, String)", () -> {
          client.transferCall(call.get(), app.url("/answer"));
          person.get().hears("Hello.");
        })
        .row("transferCall(String, Ncco)", () -> {
          client.transferCall(
              call.get(),
              new Ncco(RecordAction.builder()
                  .endOnKey('#')
                  .eventUrl(app.url("/recorded"))
                  .build()));
          person.get().press("#");
          Matcher url = Pattern.compile("\"recording_url\":\"([^\"]+)\"")
              .matcher(app.next(body -> body.contains("recording_url")));
          assertThat(url.find()).isTrue();
          recording.set(url.group(1));
        })
        .row(
            "downloadRecordingRaw(String)",
            () -> assertThat(client.downloadRecordingRaw(recording.get()))
                .startsWith('R', 'I', 'F', 'F'))
        .row("saveRecording(String, Path)", () -> {
          Path file = folder.resolve("recording.wav");
          client.saveRecording(recording.get(), file);
          assertThat(Files.size(file)).isPositive();
        })
        .row("terminateCall(String)", () -> {
          String last =
              client.createCall(new Call(PERSON, NUMBER, List.of(hello))).getUuid();
          client.terminateCall(last);
          assertThat(client.getCallDetails(last).getStatus()).isEqualTo(CallStatus.COMPLETED);
        })
        .run();
  }

  static VonageClient.Builder client(Sandbox sandbox) {
    return VonageClient.builder()
        .apiKey(sandbox.settings().apiKey())
        .apiSecret(sandbox.settings().apiSecret())
        .httpConfig(HttpConfig.builder()
            .baseUri(sandbox.uri())
            .regionalUriGetter((ApiRegion region) -> sandbox.uri().toString())
            .build());
  }

  private Application voiceApp() {
    return Application.builder()
        .name("Peer")
        .addCapability(Voice.builder()
            .answer(hook("/answer"))
            .event(hook("/event"))
            .conversationsTtl(12)
            .signedCallbacks(true)
            .build())
        .build();
  }

  private com.vonage.client.application.capabilities.Webhook hook(String path) {
    return com.vonage.client.application.capabilities.Webhook.builder()
        .address(app.url(path))
        .method(HttpMethod.POST)
        .build();
  }
}
