/**
 * Work that takes longer than a request: durable, with progress and exactly one end state.
 */
@NullMarked
@Version("1.1.0")
package vn.kientao.platform.api.jobs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
