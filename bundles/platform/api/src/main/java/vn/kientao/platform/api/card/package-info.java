/**
 * Cards on the home page of an agency (bảng việc cần làm): what needs its reader now.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.card;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
