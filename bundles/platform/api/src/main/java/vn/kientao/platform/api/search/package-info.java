/**
 * What modules let people find from one page (tìm kiếm chung). Asked through {@link
 * vn.kientao.platform.api.module.Extensions}.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.search;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
