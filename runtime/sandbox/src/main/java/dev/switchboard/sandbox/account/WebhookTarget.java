package dev.switchboard.sandbox.account;

import java.net.URI;
import java.time.Duration;

/**
 * Where a webhook goes, and how long the platform waits there.
 *
 * @param kind what it is, such as {@code voice.answer_url} or {@code input}
 * @param url address, with its query if it has one
 * @param method GET or POST
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long the answer may take once connected
 * @param signed whether it carries a signed token
 */
public record WebhookTarget(
    String kind,
    URI url,
    String method,
    Duration connectTimeout,
    Duration readTimeout,
    boolean signed) {}
