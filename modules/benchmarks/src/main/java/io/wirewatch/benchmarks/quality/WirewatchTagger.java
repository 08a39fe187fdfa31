package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.KnownNames;
import io.wirewatch.annotate.tagger.NameTagger;
import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.annotate.tagger.TakenApart;
import io.wirewatch.language.Tokens;
import java.util.List;

/** The tagger of names alone, with its tokens and what the gazetteer says of them. */
final class WirewatchTagger implements EntityTagger {
  private final Gazetteer gazetteer = Gazetteer.bundled();
  private final NameTagger tagger = NameTagger.bundled();

  @Override
  public List<Span> tag(ArticleText article) {
    Tokens tokens = Tokens.of(article.body());
    return tagger.tag(tokens, KnownNames.of(tokens, gazetteer)).stream()
        .map(name -> span(tokens, name))
        .toList();
  }

  private static Span span(Tokens tokens, TaggedName name) {
    int end = TakenApart.end(tokens, name.first(), name.last());
    return Span.of(tokens.start(name.first()), end, name.type());
  }
}
