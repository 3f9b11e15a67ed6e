/**
 * The way out (kết nối ra ngoài): the one HTTP client of the platform. Its own, because the one of the JDK looks a name up
 * again when it connects, so that what was checked need not be what is called (docs/adr/0016-one-way-out.md).
 */
@NullMarked
package vn.kientao.platform.web.outbound;

import org.jspecify.annotations.NullMarked;
