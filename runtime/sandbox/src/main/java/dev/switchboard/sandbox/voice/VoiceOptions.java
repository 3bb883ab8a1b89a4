package dev.switchboard.sandbox.voice;

import java.time.Duration;

/**
 * What a sandbox may be told about its calls.
 *
 * @param speakingTime how long each talk and stream takes
 * @param rateLimits whether the platform's limits on requests and new calls are kept
 * @param bareNotify whether a notify action sends its payload alone, without the envelope around it
 */
public record VoiceOptions(Duration speakingTime, boolean rateLimits, boolean bareNotify) {}
