/** The programme and its documents: decisions, transactions, audit. */
@NullMarked
package vn.kientao.reform.steering.app.programme;

import org.jspecify.annotations.NullMarked;
