/** Pages and the API of periodic reports. */
@NullMarked
package vn.kientao.reform.steering.web.report;

import org.jspecify.annotations.NullMarked;
