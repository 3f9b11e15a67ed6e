/** The access log, requests of those whose data is kept, and the nightly work of the retention rules. */
@NullMarked
package vn.kientao.platform.privacy.app;

import org.jspecify.annotations.NullMarked;
