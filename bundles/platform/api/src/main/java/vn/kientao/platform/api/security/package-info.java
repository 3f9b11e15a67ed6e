/**
 * Who acts (người thao tác), what they may do (quyền) in which agency, and the record of what they did (nhật ký thao tác).
 */
@NullMarked
@Version("1.2.0")
package vn.kientao.platform.api.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
