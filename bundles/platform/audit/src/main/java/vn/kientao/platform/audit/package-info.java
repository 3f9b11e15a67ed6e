/** The audit trail (nhật ký thao tác): who did what, when, from where, and the proof that nobody has altered it since. */
@NullMarked
package vn.kientao.platform.audit;

import org.jspecify.annotations.NullMarked;
