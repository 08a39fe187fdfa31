package io.wirewatch.dashboard;

import io.wirewatch.contract.Setting;
import java.util.List;

/** What can be set of the dashboard. */
public final class DashboardSettings {

  /** Newest alerts that the page shows. */
  public static final Setting<Integer> ALERTS =
      Setting.count(
          "dashboard.alerts",
          10_000,
          new Setting.Range(100, 100_000, "alerts"),
          "The page shows the newest alerts, so many.");

  /** Newest articles that are held for the page. */
  public static final Setting<Integer> ARTICLES =
      Setting.count(
          "dashboard.articles",
          10_000,
          new Setting.Range(100, 100_000, "articles"),
          "So many of the newest articles can be looked for and opened; each takes some kilobytes of memory.");

  /** Pages that are open at once. */
  public static final Setting<Integer> STREAMS =
      Setting.count(
          "dashboard.streams",
          200,
          new Setting.Range(1, 5_000, "pages"),
          "So many pages may be open at once; a thread each.");

  /** Who may come in. */
  public static final Setting<String> USERS =
      Setting.text(
          "dashboard.users",
          "",
          "a file, a line each: name:reader|operator:bcrypt hash",
          "Who may sign in; 'wirewatch dashboard user' makes such a line. Needed off loopback, unless a proxy names users.");

  /** The header in which a proxy names the user. */
  public static final Setting<String> PROXY_USER =
      Setting.text(
          "dashboard.proxy.user",
          "",
          "a header's name, such as X-Forwarded-User",
          "A reverse proxy that signs users in names them here; it has to be the only way in, and to take that header off what comes from outside.");

  /** The header in which a proxy names the user's groups. */
  public static final Setting<String> PROXY_GROUPS =
      Setting.text(
          "dashboard.proxy.groups",
          "X-Forwarded-Groups",
          "a header's name",
          "Where that proxy names the groups of the user, parted by commas.");

  /** Who of a proxy's users decides. */
  public static final Setting<String> PROXY_OPERATORS =
      Setting.text(
          "dashboard.proxy.operators",
          "",
          "a group's name",
          "Users of that group are operators, all others readers.");

  /** From where a proxy is believed. */
  public static final Setting<String> PROXY_FROM =
      Setting.text(
          "dashboard.proxy.from",
          "127.0.0.1,::1",
          "addresses in figures, parted by commas",
          "Only what comes from these addresses is believed about users.");

  /** Where replays leave their reports. */
  public static final Setting<String> REPORTS =
      Setting.text(
          "dashboard.reports",
          "",
          "a folder",
          "Reports of replays in its folders can be opened from the page: 'wirewatch replay … --out FOLDER/NAME'.");

  private DashboardSettings() {}

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(
        ALERTS,
        ARTICLES,
        STREAMS,
        USERS,
        PROXY_USER,
        PROXY_GROUPS,
        PROXY_OPERATORS,
        PROXY_FROM,
        REPORTS);
  }
}
