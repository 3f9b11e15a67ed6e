/**
 * Modules (phân hệ) and their releases (phiên bản): looking at them, acting on them, and the route that a request takes.
 *
 * <p>{@link vn.kientao.platform.api.module.Modules} only looks and {@link vn.kientao.platform.api.module.ModuleControl}
 * only acts, so that a page which lists modules cannot change one.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.module;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
