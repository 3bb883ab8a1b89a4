package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.keys.ApplicationKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last: searches whatever the suite printed and wrote, state, locks, repositories and all, for whatever is secret. */
@Order(Integer.MAX_VALUE)
class SuiteSecretsTest {
  @Test
  void nothingThatTheSuiteWroteHoldsASecret() throws IOException {
    SecretSearch search = new SecretSearch(SuiteSecrets.all());
    search.folder(KeptFolders.ROOT);
    search.search("standard output", SuiteSecrets.said());
    System.out.println("secrets: " + SuiteSecrets.all().size() + " made up; " + search.summary());
    assertThat(search.found()).isEmpty();
  }

  @Test
  void theSearchFindsEveryForm() {
    String secret = "3f9c5a60-aaaa/4444+9999=" + System.nanoTime();
    List<String> forms = new ArrayList<>();
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add("before " + secret + " after");
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    for (String before : List.of("", "k", "ke", "key:")) {
      byte[] basic = (before + secret + "!").getBytes(StandardCharsets.UTF_8);
      forms.add(Base64.getEncoder().encodeToString(basic));
      forms.add(Base64.getUrlEncoder().encodeToString(basic));
    }
    assertThat(forms).allSatisfy(form -> assertThat(found(secret, form)).hasSize(1));
    assertThat(found(secret, "what is no secret at all, however long it is")).isEmpty();
  }

  @Test
  void theSearchFindsEveryPieceOfAPrivateKey() {
    ApplicationKey key = ApplicationKey.generate();
    String pem = key.privatePem();
    List<String> lines = pem.lines().filter(line -> !line.startsWith("-----")).toList();
    byte[] der = Base64.getDecoder().decode(String.join("", lines));
    List<String> forms = new ArrayList<>();
    forms.add(pem);
    forms.add(pem.replace("\n", "\\n"));
    forms.add(String.join("", lines));
    forms.add(HexFormat.of().formatHex(der));
    forms.add(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)));
    forms.add(URLEncoder.encode(pem, StandardCharsets.UTF_8));
    forms.addAll(lines.subList(1, lines.size() - 1));
    assertThat(forms).allSatisfy(form -> assertThat(found(pem, form)).hasSize(1));
    // What everybody may see is not taken for it.
    byte[] shown = Base64.getMimeDecoder()
        .decode(Pattern.compile("-----[A-Z ]+-----").matcher(key.publicPem()).replaceAll(""));
    assertThat(found(pem, key.publicPem())).isEmpty();
    assertThat(found(pem, HexFormat.of().formatHex(shown))).isEmpty();
    assertThat(found(pem, key.fingerprint())).isEmpty();
  }

  private static List<String> found(String secret, String text) {
    SecretSearch search = new SecretSearch(List.of());
    search.add(secret, "it");
    search.search("the text", text);
    return search.found();
  }
}
