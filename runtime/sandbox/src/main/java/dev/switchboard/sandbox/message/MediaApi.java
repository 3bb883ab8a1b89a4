package dev.switchboard.sandbox.message;

import dev.switchboard.sandbox.account.Application;
import dev.switchboard.sandbox.account.Applications;
import dev.switchboard.sandbox.account.Tokens;
import dev.switchboard.sandbox.time.Loop;
import dev.switchboard.sandbox.web.Api;
import dev.switchboard.sandbox.web.ApiRequest;
import dev.switchboard.sandbox.web.ApiResponse;
import dev.switchboard.sandbox.web.Problems;

/** The download of what people sent (domain: messages webhooks, section 3.2). */
public final class MediaApi implements Api {
  private static final String MEDIA = "/v3/media/";

  private final Loop loop;
  private final Tokens tokens;
  private final Applications applications;
  private final Media media;

  /** The API over all files. */
  public MediaApi(Loop loop, Tokens tokens, Applications applications, Media media) {
    this.loop = loop;
    this.tokens = tokens;
    this.applications = applications;
    this.media = media;
  }

  /** Where a file is, below the sandbox's address. */
  static String path(String id) {
    return MEDIA + id;
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(MEDIA);
  }

  @Override
  public ApiResponse serve(ApiRequest request) {
    if (!request.method().equals("GET")) {
      throw Problems.wrongVerb(request);
    }
    String id = request.path().substring(MEDIA.length());
    Media.File file =
        loop.call(() -> media.find(id)).orElseThrow(() -> Problems.notFound("File", id));
    boolean secured = loop.call(() -> applications.find(file.applicationId()))
        .flatMap(app -> app.capabilities().get("messages").flag("authenticate_inbound_media"))
        .orElse(false);
    if (secured) {
      Application reader = tokens.require(request);
      if (!reader.id().equals(file.applicationId())) {
        throw Problems.notFound("File", id);
      }
    }
    return ApiResponse.of(200, file.type(), file.bytes());
  }
}
