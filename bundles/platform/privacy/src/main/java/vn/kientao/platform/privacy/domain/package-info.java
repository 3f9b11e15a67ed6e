/** Requests of those whose data is kept (yêu cầu của chủ thể dữ liệu cá nhân), and what they are due. */
@NullMarked
package vn.kientao.platform.privacy.domain;

import org.jspecify.annotations.NullMarked;
