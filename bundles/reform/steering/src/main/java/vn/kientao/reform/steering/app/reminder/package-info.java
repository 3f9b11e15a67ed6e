/** Reminders, escalation and urging letters: decisions, transactions, audit. */
@NullMarked
package vn.kientao.reform.steering.app.reminder;

import org.jspecify.annotations.NullMarked;
