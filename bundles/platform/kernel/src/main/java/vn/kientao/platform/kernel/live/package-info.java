/**
 * What is alive: releases, the table of routes (tuyến) that leads to them, and the leases that keep a release up while a
 * request is on it.
 */
@NullMarked
package vn.kientao.platform.kernel.live;

import org.jspecify.annotations.NullMarked;
