/** What steering's features share: decisions, transactions, audit. */
@NullMarked
package vn.kientao.reform.steering.app;

import org.jspecify.annotations.NullMarked;
