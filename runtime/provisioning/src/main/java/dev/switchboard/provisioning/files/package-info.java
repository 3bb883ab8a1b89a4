/** Files that survive a cut, for stores of keys and state. Depends on java.base only. */
@NullMarked
package dev.switchboard.provisioning.files;

import org.jspecify.annotations.NullMarked;
