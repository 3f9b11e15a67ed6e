/**
 * What protects releases from each other: the watch over the slow, the crowded and the greedy, and the quarantine (cách
 * ly) that takes one out of service before it takes the others with it.
 */
@NullMarked
package vn.kientao.platform.kernel.fault;

import org.jspecify.annotations.NullMarked;
