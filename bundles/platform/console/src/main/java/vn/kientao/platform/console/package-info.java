/**
 * The administrators' console (bảng điều khiển): pages and REST for modules, rollouts, publishers and backups. It asks
 * the kernel and keeps nothing itself, so that a page that is loaded again, or after a restart, shows the same.
 */
@NullMarked
package vn.kientao.platform.console;

import org.jspecify.annotations.NullMarked;
