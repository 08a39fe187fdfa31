package io.wirewatch.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;

/** The peer: Lucene Monitor in memory, with the presearcher that is its best for the size. */
final class LuceneMonitor implements AutoCloseable {
  private static final String TEXT = "text";
  private static final int FEW = 1_000;
  private static final int CHUNK = 50_000;

  private final Monitor monitor;
  private final boolean few;

  LuceneMonitor(List<SavedSearch> searches, Map<String, Integer> frequencies) throws IOException {
    this.few = searches.size() <= FEW;
    Analyzer analyzer = new StandardAnalyzer(CharArraySet.EMPTY_SET);
    var configuration = new MonitorConfiguration();
    configuration.setPurgeFrequency(1_000, TimeUnit.DAYS);
    configuration.setQueryUpdateBufferSize(CHUNK);
    this.monitor = new Monitor(analyzer, presearcher(frequencies), configuration);
    for (int from = 0; from < searches.size(); from += CHUNK) {
      register(searches.subList(from, Math.min(searches.size(), from + CHUNK)));
    }
  }

  private Presearcher presearcher(Map<String, Integer> frequencies) {
    return few
        ? new MultipassTermFilteredPresearcher(3)
        : new MultipassTermFilteredPresearcher(
            2,
            0.0f,
            TermWeightor.termFreqWeightor(frequencies, 100, 1),
            List.of(new RegexpQueryHandler()),
            Set.of());
  }

  void register(List<SavedSearch> searches) throws IOException {
    List<MonitorQuery> queries = new ArrayList<>(searches.size());
    searches.forEach(search -> queries.add(new MonitorQuery(search.id(), query(search))));
    monitor.register(queries);
  }

  private Query query(SavedSearch search) {
    String first = search.words().get(0);
    return switch (search.kind()) {
      case TERM -> new TermQuery(term(first));
      case ALL -> {
        var all = new BooleanQuery.Builder();
        search.words().forEach(word -> all.add(new TermQuery(term(word)), Occur.MUST));
        yield all.build();
      }
      case PHRASE -> new PhraseQuery(TEXT, search.words().toArray(String[]::new));
      case NEAR ->
          new SpanNearQuery(
              search.words().stream()
                  .map(word -> new SpanTermQuery(term(word)))
                  .toArray(SpanQuery[]::new),
              search.within() - search.words().size(),
              false);
      case NOT ->
          new BooleanQuery.Builder()
              .add(new TermQuery(term(first)), Occur.MUST)
              .add(new TermQuery(term(search.words().get(1))), Occur.MUST_NOT)
              .build();
      case PREFIX -> few ? new PrefixQuery(term(first)) : new RegexpQuery(term(first + ".*"));
    };
  }

  private static Term term(String word) {
    return new Term(TEXT, word);
  }

  private static Document document(String text) {
    var document = new Document();
    document.add(new TextField(TEXT, text, Field.Store.NO));
    return document;
  }

  /** How many searches the text matches. */
  int count(String text) throws IOException {
    return monitor.match(document(text), QueryMatch.SIMPLE_MATCHER).getMatchCount();
  }

  /** How many searches these texts match, matched together. */
  int count(List<String> texts) throws IOException {
    Document[] documents = texts.stream().map(LuceneMonitor::document).toArray(Document[]::new);
    MultiMatchingQueries<QueryMatch> matches = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
    int count = 0;
    for (int i = 0; i < documents.length; i++) {
      count += matches.getMatchCount(i);
    }
    return count;
  }

  Set<String> ids(String text) throws IOException {
    Set<String> ids = new HashSet<>();
    monitor
        .match(document(text), QueryMatch.SIMPLE_MATCHER)
        .getMatches()
        .forEach(match -> ids.add(match.getQueryId()));
    return ids;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
