/** Files: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.steering.store.file;

import org.jspecify.annotations.NullMarked;
