/** Figures with their method: what a start, a page and an update cost. Not part of the default run. */
@NullMarked
package vn.kientao.itests.figures;

import org.jspecify.annotations.NullMarked;
