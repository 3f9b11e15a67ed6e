/**
 * The tables of the directory and the picture of them that every question is answered from. SQL and row mapping, nothing
 * else.
 */
@NullMarked
package vn.kientao.platform.directory.store;

import org.jspecify.annotations.NullMarked;
