/** Tasks: decisions, transactions, audit. */
@NullMarked
package vn.kientao.reform.steering.app.task;

import org.jspecify.annotations.NullMarked;
