package dev.switchboard.sandbox.voice;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Tokens;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;
import java.util.List;
import java.util.Optional;

/** The download of recordings and of what was said in them, for the application whose call it was. */
public final class FilesApi implements Api {
  /**
   * The host that the sandbox stands in for, as the first segment of a file's path: clients refuse to fetch what does not
   * name the platform, before they send anything.
   */
  private static final String PLATFORM = "/api.nexmo.com";

  private static final String FILES = "/v1/files/";
  private static final String TRANSCRIPTION = "transcription";

  private final Loop loop;
  private final Tokens tokens;
  private final Recordings recordings;

  /** The API over the recordings of all calls. */
  public FilesApi(Loop loop, Tokens tokens, Calls calls) {
    this.loop = loop;
    this.tokens = tokens;
    this.recordings = calls.recordings();
  }

  /** Where a recording is, below the sandbox's address. */
  static String recording(String id) {
    return PLATFORM + FILES + id;
  }

  /** Where its text is. */
  static String transcription(String id) {
    return recording(id) + "/" + TRANSCRIPTION;
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(FILES) || path.startsWith(PLATFORM + FILES);
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    Application application = tokens.require(request);
    if (!request.method().equals("GET")) {
      throw Problems.wrongVerb(request);
    }
    String path = request.path();
    List<String> file =
        List.of(path.substring(path.indexOf(FILES) + FILES.length()).split("/", -1));
    String id = file.get(0);
    return loop.call(() -> {
      boolean own = recordings.application(id).equals(Optional.of(application.id()));
      if (own && file.size() == 1) {
        return ApiResponse.of(200, "audio/wav", recordings.wav(id).orElseThrow());
      }
      if (own && file.size() == 2 && file.get(1).equals(TRANSCRIPTION)) {
        return ApiResponse.json(200, recordings.transcription(id).orElseThrow());
      }
      throw Problems.notFound("File", id);
    });
  }
}
