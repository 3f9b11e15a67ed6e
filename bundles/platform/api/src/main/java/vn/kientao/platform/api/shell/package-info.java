/**
 * Verbs that a module offers in the administrators' shell. Only the release that serves answers; a staged one is silent.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.shell;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
