/**
 * The tables of the catalogue (danh mục thủ tục hành chính) and of the imports that fill it.
 */
@NullMarked
package vn.kientao.reform.procedures.store.catalogue;

import org.jspecify.annotations.NullMarked;
