package vn.kientao.reform.steering.web;

import vn.kientao.platform.api.security.Permission;

/** What the pages of tasks and of the programme ask of people; declared with their roles in the bundle's headers. */
public final class SteeringPermissions {
    /** See the programme, plans and tasks of the agency. */
    public static final Permission READ = new Permission("steering.read");
    /** See tasks, plans and results of all agencies. */
    public static final Permission PROVINCE = new Permission("steering.province");
    /** Keep the programme, its documents and targets. */
    public static final Permission PROGRAMME = new Permission("steering.programme");
    /** Enter what the targets of the agency have come to. */
    public static final Permission TARGETS = new Permission("steering.targets");
    /** Set what rules and periods of reports are, from a day on. */
    public static final Permission SETTING = new Permission("steering.setting");
    /** Give tasks, confirm results, extend and urge. */
    public static final Permission GIVE = new Permission("steering.give");
    /** Report progress and results of tasks. */
    public static final Permission WORK = new Permission("steering.work");
    /** Raise obstacles and proposals. */
    public static final Permission RAISE = new Permission("steering.raise");
    /** Classify, route and answer obstacles. */
    public static final Permission ANSWER = new Permission("steering.answer");
    /** Propose, follow and review pilots. */
    public static final Permission PILOT = new Permission("steering.pilot");
    /** Decide on pilots. */
    public static final Permission DECIDE = new Permission("steering.decide");
    /** Switch a module on at the agencies of a pilot; for the administrators of the platform. */
    public static final Permission SWITCH = new Permission("steering.switch");
    /** Record late or missed duties and what followed. */
    public static final Permission DISCIPLINE = new Permission("steering.discipline");

    /** Make periodic reports and put matters before the chairman. */
    public static final Permission REPORT = new Permission("steering.report");
    /** Sign and issue reports of the agency, make them public and take them back. */
    public static final Permission SIGN = new Permission("steering.sign");
    /** Approve plans and decide on matters put before the chairman. */
    public static final Permission APPROVE = new Permission("steering.approve");
    /** Plan inspections and enter findings. */
    public static final Permission INSPECT = new Permission("steering.inspect");

    /** Draft and submit the yearly plan of the agency. */
    public static final Permission PLAN = new Permission("steering.plan");
    /** Appraise the yearly plans of agencies. */
    public static final Permission APPRAISE = new Permission("steering.appraise");

    private SteeringPermissions() {}
}
