/** Settings: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.setting;

import org.jspecify.annotations.NullMarked;
