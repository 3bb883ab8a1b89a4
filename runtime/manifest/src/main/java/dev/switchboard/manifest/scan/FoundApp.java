package dev.switchboard.manifest.scan;

import dev.switchboard.manifest.Manifest;
import java.nio.file.Path;

/**
 * An app of a class path.
 *
 * @param manifest what the compiler wrote for it
 * @param json the same as text, to the byte
 * @param root the folder or jar it lies in
 */
public record FoundApp(Manifest manifest, String json, Path root) {}
