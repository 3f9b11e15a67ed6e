/**
 * Starting, asking, stopping and killing the product as it is delivered: the archive is unpacked and started as a
 * process of its own, the way an administrator does it.
 */
@NullMarked
package vn.kientao.itests.product;

import org.jspecify.annotations.NullMarked;
