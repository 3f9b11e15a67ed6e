/** Files: what is kept with a record, and its audit. */
@NullMarked
package vn.kientao.reform.steering.app.file;

import org.jspecify.annotations.NullMarked;
