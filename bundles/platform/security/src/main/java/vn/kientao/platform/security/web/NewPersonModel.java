package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * The form of a new account with what was typed so far.
 *
 * @param post its first post, through an agency's door
 * @param roles the roles to choose from; none where the first post is given afterwards
 */
public record NewPersonModel(
        Page page, String base, String login, String name, PostForm post, List<String> roles, FormErrors errors) {}
