package io.wirewatch.dashboard.web;

import io.wirewatch.dashboard.web.User.Power;

/**
 * Which requests a handler answers.
 *
 * @param path all of it; or its beginning, where it ends with a slash
 * @param needs what who asks has to be
 */
public record Route(String method, String path, Power needs, Handler handler) {

  /** Answers. */
  public interface Handler {
    /**
     * Answers.
     *
     * @throws BadRequestException where what is asked makes no sense
     */
    Reply reply(Request request);
  }

  /** Reads, for whoever may come in. */
  public static Route get(String path, Handler handler) {
    return new Route("GET", path, Power.READER, handler);
  }

  /** Asks with a body but changes nothing, for whoever may come in. */
  public static Route question(String path, Handler handler) {
    return new Route("POST", path, Power.READER, handler);
  }

  /** Changes something. */
  public static Route decision(String method, String path, Handler handler) {
    return new Route(method, path, Power.OPERATOR, handler);
  }

  /** Whether that path is its. */
  boolean fits(String asked) {
    return path.endsWith("/") ? asked.startsWith(path) : asked.equals(path);
  }
}
