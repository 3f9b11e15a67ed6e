/**
 * Tables as files (bảng kê): a list of a module as XLSX, CSV and PDF, with one line of code a list.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.table;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
