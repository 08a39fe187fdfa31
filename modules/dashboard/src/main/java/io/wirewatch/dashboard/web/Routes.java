package io.wirewatch.dashboard.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which route answers a request. */
record Routes(List<Route> all) {

  Routes {
    all = List.copyOf(all);
  }

  /**
   * The one of those at the longest path that fits; empty where none is at that path.
   *
   * @throws RefusedException where there are some, but none for that method
   */
  Optional<Route> at(String method, String path) {
    Optional<String> longest =
        all.stream()
            .filter(route -> route.fits(path))
            .map(Route::path)
            .max(Comparator.comparingInt(String::length));
    return longest.map(
        there ->
            all.stream()
                .filter(route -> route.path().equals(there) && route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> notSo(there)));
  }

  private RefusedException notSo(String there) {
    TreeSet<String> methods = new TreeSet<>();
    all.stream()
        .filter(route -> route.path().equals(there))
        .map(Route::method)
        .forEach(methods::add);
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    String allowed = String.join(", ", methods);
    return RefusedException.with(405, "only " + allowed + " is answered here", "Allow", allowed);
  }
}
