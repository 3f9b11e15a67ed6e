/** What laws and habits set and may change (tham số), dated and with its basis. */
@NullMarked
package vn.kientao.reform.steering.domain.setting;

import org.jspecify.annotations.NullMarked;
