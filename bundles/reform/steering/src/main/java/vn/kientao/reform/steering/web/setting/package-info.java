/** Pages of settings and of the periods of reports. */
@NullMarked
package vn.kientao.reform.steering.web.setting;

import org.jspecify.annotations.NullMarked;
