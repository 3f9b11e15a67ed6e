/** Periodic reports: counting, decisions, transactions, audit (D7). */
@NullMarked
package vn.kientao.reform.steering.app.report;

import org.jspecify.annotations.NullMarked;
