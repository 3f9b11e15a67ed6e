/** Style sheet, script, letters and pictures that every page uses, kept in memory and served under their content's hash. */
@NullMarked
package vn.kientao.platform.web.asset;

import org.jspecify.annotations.NullMarked;
