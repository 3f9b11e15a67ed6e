/** Settings and periods of reports: changes from a day on, with their audit. */
@NullMarked
package vn.kientao.reform.steering.app.setting;

import org.jspecify.annotations.NullMarked;
