/**
 * Rollouts (triển khai): how a release comes up beside the live one, is tried, takes over, and how the old one leaves.
 * Each step is durable before the next begins, so that a crash at any point is finished or undone at the next start.
 */
@NullMarked
package vn.kientao.platform.kernel.rollout;

import org.jspecify.annotations.NullMarked;
