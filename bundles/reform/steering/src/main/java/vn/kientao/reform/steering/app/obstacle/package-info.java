/** Obstacles: decisions, transactions, audit. */
@NullMarked
package vn.kientao.reform.steering.app.obstacle;

import org.jspecify.annotations.NullMarked;
