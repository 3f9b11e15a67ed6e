/** Writing the trail, lengthening its chain, and looking into it. */
@NullMarked
package vn.kientao.platform.audit.app;

import org.jspecify.annotations.NullMarked;
