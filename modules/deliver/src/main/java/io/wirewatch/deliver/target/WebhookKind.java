package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of a webhook. */
final class WebhookKind implements TargetKind {
  static final String USUAL_SOURCE = "/wirewatch/deliver";

  private static final int MOST_SECRETS = 10;

  @Override
  public Optional<TargetSpec> read(Section section) {
    section.knownAre(HttpFields.with(Set.of("secret", "secret_file", "source")));
    List<Secret> secrets = section.secrets("secret");
    if (secrets.size() > MOST_SECRETS
        || secrets.stream().anyMatch(secret -> WebhookSignature.key(secret).isEmpty())) {
      section.problem(
          "secret",
          "takes whsec_ and base64 of 24 to 64 bytes, at most 10 of them: echo whsec_$(openssl rand -base64 32)");
    }
    String source = source(section);
    return new HttpFields(section)
        .read(Optional.empty())
        .map(
            http ->
                new OpenedSpec(
                    section.name(),
                    section.updates(Updates.ALL),
                    http.timeout(),
                    "webhook " + http,
                    clock -> new WebhookTarget(http, secrets, source, clock)));
  }

  /** What CloudEvents takes as the source of events. */
  static String source(Section section) {
    String source = section.text("source").orElse(USUAL_SOURCE);
    try {
      return new URI(source).toString();
    } catch (URISyntaxException rubbish) {
      section.problem("source", "takes a URI or a path, as in /newsroom/wirewatch");
      return USUAL_SOURCE;
    }
  }
}
