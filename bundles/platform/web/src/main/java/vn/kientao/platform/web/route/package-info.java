/**
 * Tables of routes (tuyến): what a release or a platform room declared, compiled once, asked for every request. A table
 * is immutable and belongs to one owner; when the owner goes, its table goes with everything it refers to.
 */
@NullMarked
package vn.kientao.platform.web.route;

import org.jspecify.annotations.NullMarked;
