/** What the engine needs of the platform. Not exported: the generated operations and nothing else speak to it. */
@NullMarked
package dev.switchboard.provisioning.platform;

import org.jspecify.annotations.NullMarked;
