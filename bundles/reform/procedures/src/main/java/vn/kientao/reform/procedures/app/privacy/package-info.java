/** Personal data in dossiers (dữ liệu cá nhân trong hồ sơ): found, corrected, erased, and kept no longer than needed. */
@NullMarked
package vn.kientao.reform.procedures.app.privacy;

import org.jspecify.annotations.NullMarked;
