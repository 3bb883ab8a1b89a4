package dev.switchboard.provisioning;

import org.jspecify.annotations.Nullable;

/**
 * A webhook of an adopted application that a method can serve.
 *
 * @param kind null for a video callback
 * @param videoKind wire name of a video callback; else empty
 * @param path below the base URL
 * @param method GET or POST
 * @param connectTimeout milliseconds; 0 where the application sets none
 * @param socketTimeout milliseconds; 0 where the application sets none
 */
record AdoptedUrl(
    @Nullable UrlKind kind,
    String videoKind,
    String path,
    String method,
    int connectTimeout,
    int socketTimeout) {}
