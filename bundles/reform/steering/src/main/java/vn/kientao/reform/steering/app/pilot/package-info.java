/** Pilots: decisions, transactions, audit. */
@NullMarked
package vn.kientao.reform.steering.app.pilot;

import org.jspecify.annotations.NullMarked;
