/** The assembled product under test, and the rules that all bundles keep. */
@NullMarked
package vn.kientao.itests;

import org.jspecify.annotations.NullMarked;
