/** Looking at sources (nguồn phân hệ), fetching from them, and offline bundles (gói ngoại tuyến). */
@NullMarked
package vn.kientao.platform.repository.app;

import org.jspecify.annotations.NullMarked;
