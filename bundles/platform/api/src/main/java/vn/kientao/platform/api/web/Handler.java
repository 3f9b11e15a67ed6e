package vn.kientao.platform.api.web;

/** Answers a request. Permission, agency, CSRF token and text form have been checked before. */
@FunctionalInterface
public interface Handler {

    /**
     * @throws ProblemException for everything the user can do something about
     */
    Reply handle(Request request);
}
