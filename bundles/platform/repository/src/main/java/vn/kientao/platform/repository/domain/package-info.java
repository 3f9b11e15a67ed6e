/** The catalogue file (danh mục) of a source, and what a module jar says of itself. */
@NullMarked
package vn.kientao.platform.repository.domain;

import org.jspecify.annotations.NullMarked;
