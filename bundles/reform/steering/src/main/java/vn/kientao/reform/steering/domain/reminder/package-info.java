/** Reminders (nhắc việc) before a term ends, escalation afterwards, urging letters (đôn đốc): D2.4, D7. */
@NullMarked
package vn.kientao.reform.steering.domain.reminder;

import org.jspecify.annotations.NullMarked;
