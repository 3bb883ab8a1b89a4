package dev.switchboard.provisioning;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for secrets in whatever was written, in the forms in which they get out: plain, hex, URL-encoded, and base64
 * wherever in a longer text they may stand; of a PEM text each line, and of a private key its bytes in hex.
 */
public final class SecretSearch {
  /** Nothing that is no secret has so many of its letters in common with one. */
  static final int WINDOW = 16;

  private static final String PRIVATE_KEY = "-----BEGIN PRIVATE KEY-----";
  /** Before it lies what the public key has, too. */
  private static final int PRIVATE_PART = 300;

  private static final int STEP = 24;

  private final Map<String, String> needles = new HashMap<>();
  private final List<String> found = new ArrayList<>();
  private int files;
  private int keys;
  private long bytes;

  /** A search for every secret of {@code secrets}. */
  public SecretSearch(Iterable<String> secrets) {
    secrets.forEach(secret -> add(secret, "a secret"));
  }

  /**
   * Looks for one more.
   *
   * @param what names it in what is found; never the secret itself
   */
  public void add(String secret, String what) {
    needles(secret).forEach(needle -> needles.put(needle, what));
  }

  /**
   * Searches all files below a folder. A private key may lie in a file of its own that only its owner may read: it is then
   * one of the secrets, and its file is not searched.
   */
  public void folder(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.filter(Files::isRegularFile).toList();
    }
    List<Path> others = new ArrayList<>();
    for (Path file : all) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (text.startsWith(PRIVATE_KEY)) {
        keys++;
        add(text, "the key " + file);
      } else {
        others.add(file);
      }
    }
    files += others.size();
    for (Path file : others) {
      search(file.toString(), Files.readAllBytes(file));
    }
  }

  /** Searches one piece; what is found tells of {@code where}. */
  public void search(String where, byte[] piece) {
    bytes += piece.length;
    String text = new String(piece, StandardCharsets.ISO_8859_1);
    for (int at = 0; at + WINDOW <= text.length(); at++) {
      String secret = needles.get(text.substring(at, at + WINDOW));
      if (secret != null) {
        found.add(where + " holds " + secret);
        return;
      }
    }
  }

  /** Searches one text. */
  public void search(String where, String text) {
    search(where, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Where secrets were found, and of which kind; empty is what one hopes for. */
  public List<String> found() {
    return List.copyOf(found);
  }

  /** How much was looked for and looked through. */
  public String summary() {
    return needles.size() + " forms, " + keys
        + " private keys in files of their own among them, looked for in " + files + " files and "
        + bytes + " bytes";
  }

  /** The beginnings of all forms of a secret. */
  static List<String> needles(String secret) {
    List<String> forms = new ArrayList<>();
    secret
        .lines()
        .filter(line -> line.length() >= WINDOW && !line.startsWith("-----"))
        .forEach(line -> forms(line, forms));
    if (secret.startsWith(PRIVATE_KEY)) {
      byte[] der = Base64.getDecoder()
          .decode(secret
              .lines()
              .filter(line -> !line.startsWith("-----"))
              .collect(Collectors.joining()));
      for (int at = PRIVATE_PART; at + WINDOW <= der.length; at += STEP) {
        String hex = HexFormat.of().formatHex(der, at, at + WINDOW);
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
      }
    }
    return forms.stream().map(form -> form.substring(0, WINDOW)).distinct().toList();
  }

  private static void forms(String line, List<String> forms) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    forms.add(line);
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    forms.add(URLEncoder.encode(line, StandardCharsets.UTF_8));
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      // What stands before decides about the first letters.
      int own = before == 0 ? 0 : before + 1;
      forms.add(Base64.getEncoder().encodeToString(shifted).substring(own));
      forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(own));
    }
  }
}
