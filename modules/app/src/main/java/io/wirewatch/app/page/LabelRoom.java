package io.wirewatch.app.page;

import java.util.ArrayList;
import java.util.List;

/** Where on a map something is written or drawn already. */
final class LabelRoom {
  private final MapFrame.Sheet sheet;
  private final List<Box> taken = new ArrayList<>();

  /** A rectangle of the sheet. */
  record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  LabelRoom(MapFrame.Sheet sheet) {
    this.sheet = sheet;
  }

  /** Takes the room, whatever is there. */
  void take(Box box) {
    taken.add(box);
  }

  /** Whether it is on the sheet, and nothing is there. */
  boolean isFree(Box box) {
    boolean on =
        box.left >= 0 && box.top >= 0 && box.right <= sheet.width() && box.bottom <= sheet.height();
    return on && taken.stream().noneMatch(box::meets);
  }
}
