/**
 * Working days (ngày làm việc), holidays, swapped Saturdays, and the arithmetic of legal deadlines (thời hạn giải quyết).
 */
@NullMarked
@Version("1.1.0")
package vn.kientao.platform.api.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
