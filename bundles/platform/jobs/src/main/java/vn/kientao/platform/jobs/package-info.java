/**
 * Work that outlives a request: durable and recurring jobs (tác vụ nền) with progress and an end state, run once in the
 * cluster.
 */
@NullMarked
package vn.kientao.platform.jobs;

import org.jspecify.annotations.NullMarked;
