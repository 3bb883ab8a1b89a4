package dev.switchboard.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vonage.client.ApiRegion;
import com.vonage.client.VonageClient;
import com.vonage.client.application.Application;
import com.vonage.client.application.capabilities.Messages;
import com.vonage.client.application.capabilities.Webhook;
import com.vonage.client.common.HttpMethod;
import com.vonage.client.messages.MessageRequest;
import com.vonage.client.messages.MessageResponseException;
import com.vonage.client.messages.MessagesClient;
import com.vonage.client.messages.messenger.MessengerAudioRequest;
import com.vonage.client.messages.messenger.MessengerFileRequest;
import com.vonage.client.messages.messenger.MessengerImageRequest;
import com.vonage.client.messages.messenger.MessengerTextRequest;
import com.vonage.client.messages.messenger.MessengerVideoRequest;
import com.vonage.client.messages.mms.MmsAudioRequest;
import com.vonage.client.messages.mms.MmsContentRequest;
import com.vonage.client.messages.mms.MmsFileRequest;
import com.vonage.client.messages.mms.MmsImageRequest;
import com.vonage.client.messages.mms.MmsTextRequest;
import com.vonage.client.messages.mms.MmsVcardRequest;
import com.vonage.client.messages.mms.MmsVideoRequest;
import com.vonage.client.messages.rcs.RcsCustomRequest;
import com.vonage.client.messages.rcs.RcsFileRequest;
import com.vonage.client.messages.rcs.RcsImageRequest;
import com.vonage.client.messages.rcs.RcsTextRequest;
import com.vonage.client.messages.rcs.RcsVideoRequest;
import com.vonage.client.messages.sms.SmsTextRequest;
import com.vonage.client.messages.viber.Category;
import com.vonage.client.messages.viber.ViberFileRequest;
import com.vonage.client.messages.viber.ViberImageRequest;
import com.vonage.client.messages.viber.ViberTextRequest;
import com.vonage.client.messages.viber.ViberVideoRequest;
import com.vonage.client.messages.whatsapp.Locale;
import com.vonage.client.messages.whatsapp.Policy;
import com.vonage.client.messages.whatsapp.WhatsappAudioRequest;
import com.vonage.client.messages.whatsapp.WhatsappCustomRequest;
import com.vonage.client.messages.whatsapp.WhatsappFileRequest;
import com.vonage.client.messages.whatsapp.WhatsappImageRequest;
import com.vonage.client.messages.whatsapp.WhatsappLocationRequest;
import com.vonage.client.messages.whatsapp.WhatsappMultiProductRequest;
import com.vonage.client.messages.whatsapp.WhatsappReactionRequest;
import com.vonage.client.messages.whatsapp.WhatsappSingleProductRequest;
import com.vonage.client.messages.whatsapp.WhatsappStickerRequest;
import com.vonage.client.messages.whatsapp.WhatsappTemplateRequest;
import com.vonage.client.messages.whatsapp.WhatsappTextRequest;
import com.vonage.client.messages.whatsapp.WhatsappVideoRequest;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxSettings;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The messages client of the official Java SDK: every method, and every kind of message that it can write. */
class JavaSdkMessagesTest {
  private static final String NUMBER = "447700900123";
  private static final String PERSON = "447700900999";
  private static final String MEDIA = "https://media.example/file.";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults());
  private final SmallApp app;

  JavaSdkMessagesTest() throws IOException {
    app = new SmallApp();
  }

  @AfterEach
  void close() {
    sandbox.close();
    app.close();
  }

  @Test
  void messages() {
    MessagesClient client = client();
    AtomicReference<String> sent = new AtomicReference<>();
    new MethodTable(MessagesClient.class)
        .row("sendMessage(MessageRequest)", () -> {
          sent.set(client.sendMessage(all().get(0)).getMessageUuid().toString());
          assertThat(app.next(body -> body.contains("\"delivered\""))).contains(sent.get());
          MessageRequest wrong = MmsImageRequest.builder()
              .from(NUMBER)
              .to(PERSON)
              .url(MEDIA + "png")
              .failover(all().get(0))
              .build();
          assertThat(client.sendMessage(wrong).getMessageUuid()).isNotNull();
        })
        .row(
            "revokeOutboundMessage(String, ApiRegion)",
            () -> client.revokeOutboundMessage(sent.get(), ApiRegion.API_EU))
        .row("ackInboundMessage(String, ApiRegion)", () -> {
          sandbox.whatsApp(PERSON).says("Hello?");
          String body = app.next(inbound -> inbound.contains("Hello?"));
          String uuid = body.replaceFirst("(?s).*\"message_uuid\":\"([^\"]+)\".*", "$1");
          client.ackInboundMessage(uuid, ApiRegion.API_EU);
          assertThatThrownBy(() -> client.ackInboundMessage(
                  "aaaaaaaa-bbbb-cccc-dddd-0123456789ab", ApiRegion.API_EU))
              .isInstanceOfSatisfying(
                  MessageResponseException.class,
                  refused -> assertThat(refused.getStatusCode()).isEqualTo(404));
        })
        .leftOut(
            "useSandboxEndpoint()",
            "names one host of the vendor, whatever the client is pointed at")
        .row("useRegularEndpoint()", () -> {
          client.useRegularEndpoint();
          assertThat(client.sendMessage(all().get(0)).getMessageUuid()).isNotNull();
        })
        .run();
  }

  @Test
  void everyKindOfMessage() throws Exception {
    MessagesClient client = client();
    Set<String> sent = new TreeSet<>();
    for (MessageRequest message : all()) {
      String kind = message.getClass().getSimpleName();
      assertThat(client.sendMessage(message).getMessageUuid()).as(kind).isNotNull();
      sent.add(kind);
    }
    System.out.println(sent.size() + " kinds of message sent: " + String.join(", ", sent));
    assertThat(sent).isEqualTo(kinds());
  }

  /** Every concrete request class of the SDK's jar. */
  private static Set<String> kinds() throws IOException, URISyntaxException {
    Path jar = Path.of(
        MessagesClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.matches("com/vonage/client/messages/.*Request\\.class"))
          .map(name -> type(name.replace('/', '.').replaceFirst("\\.class$", "")))
          .filter(MessageRequest.class::isAssignableFrom)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .map(Class::getSimpleName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException gone) {
      throw new AssertionError(gone);
    }
  }

  private static List<MessageRequest> all() {
    return List.of(
        ends(SmsTextRequest.builder().text("Hello.")),
        ends(MmsTextRequest.builder().text("Hello.")),
        ends(MmsImageRequest.builder().url(MEDIA + "png")),
        ends(MmsVcardRequest.builder().url(MEDIA + "vcf")),
        ends(MmsAudioRequest.builder().url(MEDIA + "mp3")),
        ends(MmsVideoRequest.builder().url(MEDIA + "mp4")),
        ends(MmsFileRequest.builder().url(MEDIA + "pdf")),
        ends(MmsContentRequest.builder().addImage(MEDIA + "png")),
        ends(RcsTextRequest.builder().text("Hello.")),
        ends(RcsImageRequest.builder().url(MEDIA + "png")),
        ends(RcsVideoRequest.builder().url(MEDIA + "mp4")),
        ends(RcsFileRequest.builder().url(MEDIA + "pdf")),
        ends(RcsCustomRequest.builder().custom(Map.of("contentMessage", Map.of("text", "Hello.")))),
        ends(WhatsappTextRequest.builder().text("Hello.")),
        ends(WhatsappImageRequest.builder().url(MEDIA + "png")),
        ends(WhatsappAudioRequest.builder().url(MEDIA + "mp3")),
        ends(WhatsappVideoRequest.builder().url(MEDIA + "mp4")),
        ends(WhatsappFileRequest.builder().url(MEDIA + "pdf")),
        ends(WhatsappTemplateRequest.builder()
            .name("ns:welcome")
            .policy(Policy.DETERMINISTIC)
            .locale(Locale.ENGLISH_UK)),
        ends(WhatsappStickerRequest.builder().url(MEDIA + "webp")),
        ends(WhatsappLocationRequest.builder()
            .latitude(51.5)
            .longitude(-0.1)
            .name("Shop")
            .address("1 Street")),
        ends(WhatsappReactionRequest.builder()
            .reaction("👍")
            .contextMessageId("aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab")),
        ends(WhatsappCustomRequest.builder().custom(Map.of("type", "contacts"))),
        ends(WhatsappSingleProductRequest.builder().catalogId("c").productRetailerId("p")),
        ends(WhatsappMultiProductRequest.builder()
            .catalogId("c")
            .headerText("Pizza")
            .bodyText("Choose.")
            .addProductsSection("All", "p")),
        ends(MessengerTextRequest.builder().text("Hello.")),
        ends(MessengerImageRequest.builder().url(MEDIA + "png")),
        ends(MessengerAudioRequest.builder().url(MEDIA + "mp3")),
        ends(MessengerVideoRequest.builder().url(MEDIA + "mp4")),
        ends(MessengerFileRequest.builder().url(MEDIA + "pdf")),
        ends(ViberTextRequest.builder().text("Hello.").category(Category.TRANSACTION)),
        ends(ViberImageRequest.builder().url(MEDIA + "png")),
        ends(ViberVideoRequest.builder()
            .url(MEDIA + "mp4")
            .thumbUrl(MEDIA + "png")
            .duration(10)
            .fileSize(1)),
        ends(ViberFileRequest.builder().url(MEDIA + "pdf").name("menu.pdf")));
  }

  private static <M extends MessageRequest, B extends MessageRequest.Builder<M, B>> M ends(
      MessageRequest.Builder<M, B> builder) {
    return builder.from(NUMBER).to(PERSON).clientRef("order-1").build();
  }

  private MessagesClient client() {
    VonageClient account = JavaSdkTest.client(sandbox).build();
    Application made = account
        .getApplicationClient()
        .createApplication(Application.builder()
            .name("Writer")
            .addCapability(Messages.builder()
                .inbound(hook("/inbound"))
                .status(hook("/status"))
                .build())
            .build());
    account.getNumbersClient().linkNumber(NUMBER, "GB", made.getId().toString());
    return JavaSdkTest.client(sandbox)
        .applicationId(made.getId())
        .privateKeyContents(made.getKeys().getPrivateKey())
        .build()
        .getMessagesClient();
  }

  private Webhook hook(String path) {
    return Webhook.builder().address(app.url(path)).method(HttpMethod.POST).build();
  }
}
