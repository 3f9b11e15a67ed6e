/** Events that modules tell each other: kept with the change, told after its commit, at least once. */
@NullMarked
package vn.kientao.platform.jobs.event;

import org.jspecify.annotations.NullMarked;
