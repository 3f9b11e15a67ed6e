/**
 * News that modules tell each other (sự kiện): kept in the transaction of the change, told after its commit, at least
 * once.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
