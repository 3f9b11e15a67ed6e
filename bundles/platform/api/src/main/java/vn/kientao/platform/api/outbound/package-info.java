/**
 * Requests that the platform sends to other machines (kết nối ra ngoài): one way out, with an allow-list, limits of time and
 * size, and no redirects. Nobody opens a connection by other means.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.outbound;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
