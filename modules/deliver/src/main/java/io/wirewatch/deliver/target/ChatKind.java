package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The settings of a chat: an incoming webhook, or with a token and a channel the chat's API. */
final class ChatKind implements TargetKind {
  private static final String SLACK = "slack";
  private static final String TEAMS = "teams";
  private static final URI SLACK_API = URI.create("https://slack.com");

  @Override
  public Optional<TargetSpec> read(Section section) {
    section.knownAre(HttpFields.with(Set.of("style", "channel")));
    String style = section.word("style", List.of(SLACK, TEAMS, "mattermost"), SLACK);
    Optional<String> channel = section.text("channel");
    boolean api = section.has("token") || section.has("token_file");
    if (api != channel.isPresent()) {
      section.problem("channel", "and 'token:' go together; a webhook's 'url:' needs neither");
    }
    if (api && style.equals(TEAMS)) {
      section.problem("token", "is of no use with style teams: give 'url:' of a workflow");
    }
    Optional<URI> usual = api && style.equals(SLACK) ? Optional.of(SLACK_API) : Optional.empty();
    return new HttpFields(section)
        .read(usual)
        .map(
            http ->
                new OpenedSpec(
                    section.name(),
                    section.updates(api ? Updates.ALL : Updates.WORSE),
                    http.timeout(),
                    style + " " + http,
                    opening(style, http, api ? channel : Optional.empty())));
  }

  private static Function<Clock, Target> opening(
      String style, HttpSettings http, Optional<String> channel) {
    if (channel.isPresent()) {
      return clock ->
          new ChatRoomTarget(
              style.equals(SLACK)
                  ? new SlackRoom(http, channel.get(), clock)
                  : new MattermostRoom(http, channel.get(), clock));
    }
    ChatFormat format =
        switch (style) {
          case SLACK -> new SlackFormat();
          case TEAMS -> new TeamsFormat();
          default -> new MattermostFormat();
        };
    return clock -> new ChatHookTarget(http, format, clock);
  }
}
