/** Tests of reminders and urging letters. */
@NullMarked
package vn.kientao.reform.steering.app.reminder;

import org.jspecify.annotations.NullMarked;
